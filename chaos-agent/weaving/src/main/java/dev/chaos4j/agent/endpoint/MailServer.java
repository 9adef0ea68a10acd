package dev.chaos4j.agent.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server of another protocol: it greets like a mail server, and understands nothing that the client says. */
final class MailServer {

    private static final byte[] GREETING = bytes("220 mail.invalid ESMTP ready\r\n");
    private static final byte[] UNKNOWN = bytes("500 5.5.2 Error: command not recognized\r\n");
    private static final byte[] TOO_MANY = bytes("421 4.7.0 mail.invalid Error: too many errors\r\n");
    private static final int MOST_ERRORS = 3;

    /** No line of a command is longer. */
    private static final int LONGEST_LINE = 512;

    private MailServer() {}

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    static void serve(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(GREETING);
        for (int errors = 1; errors <= MOST_ERRORS; errors++) {
            if (!readLine(client.getInputStream())) {
                break;
            }
            out.write(errors < MOST_ERRORS ? UNKNOWN : TOO_MANY);
        }
        Farewell.say(client);
    }

    /** Reads a line, or as much as may be in one; false if nothing comes any more. */
    private static boolean readLine(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return false;
        }
        for (int length = 1; next >= 0 && next != '\n' && length < LONGEST_LINE; length++) {
            next = in.read();
        }
        return true;
    }
}
