package dev.chaos4j.agent.endpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * A server that speaks TLS up to 1.1. Such a server does not refuse a newer client: it answers with the newest version
 * that it has, and the client refuses that. No JDK of today would speak so, therefore the one message that matters is
 * written here. To a client that accepts it after all, the server says that the handshake fails.
 */
final class OldTls {

    private static final byte RECORD_OF_HANDSHAKE = 0x16;
    private static final byte SERVER_HELLO = 2;
    private static final byte MAJOR = 3;
    private static final byte TLS_1_1 = 2;
    private static final int RANDOM = 32;

    /** TLS_RSA_WITH_AES_128_CBC_SHA, which every server of TLS 1.1 had to have. */
    private static final short CIPHER_SUITE = 0x002F;

    /** Version, random, length of the session id, cipher suite and compression. */
    private static final int BODY = 2 + RANDOM + 1 + 2 + 1;

    private OldTls() {}

    static void serve(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        Opening opening = Opening.ofHandshake(in, out);
        if (opening.speech() == Opening.Speech.TLS) {
            readRecord(new DataInputStream(opening.again(in)));
            out.write(serverHello());
            out.write(Alert.HANDSHAKE_FAILURE.encoded());
        } else if (opening.speech() != Opening.Speech.NOTHING) {
            out.write(Alert.UNEXPECTED_MESSAGE.encoded());
        }
        Farewell.say(client);
    }

    /** The client has said all that it says before an answer. */
    private static void readRecord(DataInputStream in) throws IOException {
        in.skipNBytes(3);
        in.skipNBytes(in.readUnsignedShort());
    }

    /** The random bytes are zero: nobody looks at them before the version. */
    private static byte[] serverHello() {
        ByteBuffer record = ByteBuffer.allocate(5 + 4 + BODY);
        record.put(RECORD_OF_HANDSHAKE).put(MAJOR).put(TLS_1_1).putShort((short) (4 + BODY));
        record.put(SERVER_HELLO).put((byte) 0).putShort((short) BODY);
        record.put(MAJOR).put(TLS_1_1).put(new byte[RANDOM]).put((byte) 0);
        record.putShort(CIPHER_SUITE).put((byte) 0);
        return record.array();
    }
}
