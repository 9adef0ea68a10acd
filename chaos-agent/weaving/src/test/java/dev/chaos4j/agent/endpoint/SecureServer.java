package dev.chaos4j.agent.endpoint;

import dev.chaos4j.agent.certificate.Authority;
import dev.chaos4j.agent.certificate.Validity;
import dev.chaos4j.fault.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocket;

/** The right server: a page over TLS, with a certificate for localhost that is in order. */
final class SecureServer implements AutoCloseable {

    static final String PAGE = "right";

    private final ServerSocket listening;
    private final TlsServer tls;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    SecureServer(Authority authority) {
        tls = TlsServer.with(new Presented(authority, Validity.VALID, null), "localhost");
        try {
            listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            open.add(client);
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (SSLSocket secure = tls.accept(client, new byte[0])) {
            InputStream in = new BufferedInputStream(secure.getInputStream());
            Exchange next = Exchange.read(in);
            while (next != null) {
                Pages.send(secure.getOutputStream(), Reply.status(200).body(PAGE), next, next.keepsAlive());
                next = next.keepsAlive() ? Exchange.read(in) : null;
            }
        }
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        // by the client, or the end of the test
                    }
                },
                "secure test server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
