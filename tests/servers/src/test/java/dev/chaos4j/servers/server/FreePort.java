package dev.chaos4j.servers.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For servers that do not choose one themselves. */
final class FreePort {

    private FreePort() {}

    static int next() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }
}
