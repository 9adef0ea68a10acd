package dev.chaos4j.agent.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** What a client says first. Immutable. */
final class Opening {

    /** What PostgreSQL's clients say to ask whether the server speaks TLS. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xD2, 0x16, 0x2F};

    /** A record of TLS that holds a handshake. */
    private static final int HANDSHAKE = 0x16;

    private final Speech speech;
    private final byte[] said;

    private Opening(Speech speech, byte[] said) {
        this.speech = speech;
        this.said = said;
    }

    /** What a client may speak. */
    enum Speech {
        /** It has said nothing and gone. */
        NOTHING,
        /** TLS, at once. */
        TLS,
        /** PostgreSQL's protocol, which asks first. */
        ASKS_FOR_TLS,
        /** Anything else. */
        PLAIN
    }

    /** Reads as few bytes as are needed. */
    static Opening of(InputStream in) throws IOException {
        byte[] said = new byte[SSL_REQUEST.length];
        for (int count = 0; count < said.length; count++) {
            int next = in.read();
            if (next < 0) {
                return new Opening(count == 0 ? Speech.NOTHING : Speech.PLAIN, first(said, count));
            }
            said[count] = (byte) next;
            if (said[count] != SSL_REQUEST[count]) {
                boolean tls = count == 0 && next == HANDSHAKE;
                return new Opening(tls ? Speech.TLS : Speech.PLAIN, first(said, count + 1));
            }
        }
        return new Opening(Speech.ASKS_FOR_TLS, said);
    }

    private static byte[] first(byte[] bytes, int count) {
        return Arrays.copyOf(bytes, count);
    }

    /** What it speaks. */
    Speech speech() {
        return speech;
    }

    /** The bytes that were read to learn that; not to be changed. */
    byte[] said() {
        return said;
    }

    /** All that the client says, with what was read already. */
    InputStream again(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(said), rest);
    }

    /** The beginning of a handshake over TLS, and what was read of it; answers PostgreSQL's question with yes. */
    static Opening ofHandshake(InputStream in, OutputStream out) throws IOException {
        Opening opening = of(in);
        if (opening.speech != Speech.ASKS_FOR_TLS) {
            return opening;
        }
        out.write('S');
        out.flush();
        return of(in);
    }
}
