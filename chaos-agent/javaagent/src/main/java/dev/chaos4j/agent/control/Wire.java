package dev.chaos4j.agent.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes between command line and agent. A request is a magic number, the command, the number of options, and their
 * names and values; each text is its length in bytes and UTF-8. A reply is a row of pieces, each with its length above
 * zero, then a zero and the exit code, so that a reply that was cut off is known as such.
 */
final class Wire {

    private static final int MAGIC = 0xC4A0_0001;
    private static final int MOST_OPTIONS = 64;
    private static final int LONGEST_TEXT = 8 << 20;
    private static final int PIECE = 16 << 10;

    private Wire() {}

    static void writeRequest(DataOutputStream out, Request request) throws IOException {
        out.writeInt(MAGIC);
        writeText(out, request.command());
        out.writeInt(request.options().size());
        for (Map.Entry<String, String> option : request.options().entrySet()) {
            writeText(out, option.getKey());
            writeText(out, option.getValue());
        }
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("This is not a request of this version of Chaos4j");
        }
        String command = readText(in);
        int count = within(in.readInt(), MOST_OPTIONS);
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            options.put(readText(in), readText(in));
        }
        return new Request(command, options);
    }

    static int readReply(DataInputStream in, OutputStream to) throws IOException {
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            to.write(in.readNBytes(within(length, PIECE)));
        }
        return in.readInt();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(within(bytes.length, LONGEST_TEXT));
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = within(in.readInt(), LONGEST_TEXT);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The request was cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int within(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("A length of " + number + " is not between 0 and " + most);
        }
        return number;
    }

    /** Writes a reply in pieces; the exit code comes last. */
    static final class Reply extends OutputStream {
        private final DataOutputStream out;

        Reply(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += PIECE) {
                int piece = Math.min(PIECE, length - done);
                out.writeInt(piece);
                out.write(bytes, offset + done, piece);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        void end(int exitCode) throws IOException {
            out.writeInt(0);
            out.writeInt(exitCode);
            out.flush();
        }
    }
}
