package dev.chaos4j.agent.endpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks TLS up to 1.1. Such a server does not refuse a newer client: it answers with the newest version
 * that it has and a cipher suite that both have, and the client refuses that. No JDK of today would speak so, therefore the one message that matters is
 * written here. To a client that accepts it after all, the server says that the handshake fails.
 */
final class OldTls {

    private static final byte RECORD_OF_HANDSHAKE = 0x16;
    private static final byte SERVER_HELLO = 2;
    private static final byte MAJOR = 3;
    private static final byte TLS_1_1 = 2;
    private static final int RANDOM = 32;

    /** What servers of TLS 1.1 had, the best first: AES in CBC mode with SHA-1, by ECDHE, DHE and RSA. */
    private static final List<Short> CIPHER_SUITES = Stream.of(0xC013, 0xC014, 0xC009, 0xC00A, 0x33, 0x39, 0x2F, 0x35)
            .map(Integer::shortValue)
            .toList();

    /** In a client's hello, before its session id: type, length, version and random. */
    private static final int BEFORE_SESSION = 4 + 2 + RANDOM;

    /** Version, random, length of the session id, cipher suite and compression. */
    private static final int BODY = 2 + RANDOM + 1 + 2 + 1;

    private OldTls() {}

    static void serve(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        Opening opening = Opening.ofHandshake(in, out);
        if (opening.speech() == Opening.Speech.TLS) {
            Short suite = chosen(readRecord(new DataInputStream(opening.again(in))));
            if (suite != null) {
                out.write(serverHello(suite));
            }
            out.write(Alert.HANDSHAKE_FAILURE.encoded());
        } else if (opening.speech() != Opening.Speech.NOTHING) {
            out.write(Alert.UNEXPECTED_MESSAGE.encoded());
        }
        Farewell.say(client);
    }

    /** The client has said all that it says before an answer. */
    private static ByteBuffer readRecord(DataInputStream in) throws IOException {
        in.skipNBytes(3);
        byte[] content = new byte[in.readUnsignedShort()];
        in.readFully(content);
        return ByteBuffer.wrap(content);
    }

    /** One that the client offers, too; null if there is none. */
    private static @Nullable Short chosen(ByteBuffer hello) {
        Set<Short> offered = new HashSet<>();
        try {
            hello.position(BEFORE_SESSION);
            int sessionId = hello.get();
            hello.position(hello.position() + sessionId);
            for (int left = hello.getShort(); left > 0; left -= 2) {
                offered.add(hello.getShort());
            }
        } catch (BufferUnderflowException | IllegalArgumentException noHello) {
            return null;
        }
        return CIPHER_SUITES.stream().filter(offered::contains).findFirst().orElse(null);
    }

    /** The random bytes are zero: nobody looks at them before the version. */
    private static byte[] serverHello(short suite) {
        ByteBuffer record = ByteBuffer.allocate(5 + 4 + BODY);
        record.put(RECORD_OF_HANDSHAKE).put(MAJOR).put(TLS_1_1).putShort((short) (4 + BODY));
        record.put(SERVER_HELLO).put((byte) 0).putShort((short) BODY);
        record.put(MAJOR).put(TLS_1_1).put(new byte[RANDOM]).put((byte) 0);
        record.putShort(suite).put((byte) 0);
        return record.array();
    }
}
