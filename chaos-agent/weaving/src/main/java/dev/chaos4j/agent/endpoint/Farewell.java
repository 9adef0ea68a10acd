package dev.chaos4j.agent.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Ends connections as servers do. */
final class Farewell {

    private static final int BUFFER = 8 * 1024;

    private Farewell() {}

    /**
     * Says that nothing more comes, and waits until the client has gone, too: with bytes of it unread, a close would be a
     * reset, and what was answered could be lost on the way.
     */
    static void say(Socket client) throws IOException {
        client.shutdownOutput();
        discard(client.getInputStream());
    }

    /** Reads to the end. */
    static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int count = in.read(buffer);
        while (count >= 0) {
            count = in.read(buffer);
        }
    }
}
