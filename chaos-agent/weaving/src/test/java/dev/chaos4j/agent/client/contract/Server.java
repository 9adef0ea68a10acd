package dev.chaos4j.agent.client.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A server on loopback that does exactly what it is told, down to the bytes and the TCP flags. */
public final class Server implements AutoCloseable {

    private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int port;

    private Server(int port) {
        this.port = port;
    }

    /** A port that is taken and on which nobody listens. */
    public static Server refusing() {
        try {
            Socket bound = new Socket();
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Server server = new Server(bound.getLocalPort());
            server.open.add(bound);
            return server;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** A port whose queue of connections is full, so that the system drops new ones; as Linux does it. */
    public static Server deaf() {
        try {
            ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Server server = new Server(listening.getLocalPort());
            server.open.add(listening);
            for (int i = 0; i < 2; i++) {
                Socket filler = new Socket();
                filler.connect(listening.getLocalSocketAddress(), 1_000);
                server.open.add(filler);
            }
            return server;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** A server that reads each request to its end and then does this. */
    public static Server that(Behaviour behaviour) {
        try {
            ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            Server server = new Server(listening.getLocalPort());
            server.open.add(listening);
            server.daemon(() -> server.accept(listening, behaviour));
            return server;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** A server whose object has this content. */
    public static Server healthy(String content) {
        return that((request, connection) -> {
            int length = request.method().equals("PUT") ? 0 : content.length();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n"
                    + (request.method().equals("GET") ? content : ""));
        });
    }

    /** A server that says nothing. */
    static Server silent() {
        return that((request, connection) -> connection.stall());
    }

    /** A server that resets every connection. */
    static Server resetting() {
        return that((request, connection) -> connection.reset());
    }

    private void accept(ServerSocket listening, Behaviour behaviour) throws IOException {
        while (!listening.isClosed()) {
            Socket connection = listening.accept();
            open.add(connection);
            daemon(() -> serve(connection, behaviour));
        }
    }

    private void serve(Socket connection, Behaviour behaviour) throws Exception {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in, connection); request != null; request = read(in, connection)) {
                requests.add(request);
                behaviour.answer(request, new Connection(connection, closing));
            }
        }
    }

    private static @Nullable Request read(InputStream in, Socket connection) throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.add(line);
        }
        if (head.isEmpty()) {
            return null;
        }
        Request empty = new Request(List.copyOf(head), "");
        if (empty.header("expect").equalsIgnoreCase("100-continue")) {
            connection.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        String length = empty.header("content-length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Request(List.copyOf(head), new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void daemon(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (Exception closed) {
                        // the client, or the end of the test, has closed it
                    }
                },
                "test server " + port);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where clients reach it. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The port. */
    public int port() {
        return port;
    }

    /** What has arrived. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Forgets what has arrived up to now. */
    void forgetRequests() {
        requests.clear();
    }

    @Override
    public void close() {
        closing.countDown();
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception ignored) {
                // closed already
            }
        }
    }

    /** A request. */
    public record Request(List<String> head, String body) {

        /** The method. */
        public String method() {
            return head.get(0).split(" ", 2)[0];
        }

        /** The path and query. */
        public String path() {
            return head.get(0).split(" ", 3)[1];
        }

        /** The value of the header, or nothing. */
        public String header(String name) {
            for (String line : head.subList(1, head.size())) {
                int colon = line.indexOf(':');
                if (line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
                    return line.substring(colon + 1).strip();
                }
            }
            return "";
        }
    }

    /** What to do about a request. */
    @FunctionalInterface
    public interface Behaviour {
        /** Does it. */
        void answer(Request request, Connection connection) throws Exception;
    }

    /** The connection on which a request came. */
    public record Connection(Socket socket, CountDownLatch closing) {

        /** Sends these bytes. */
        public void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Ends the connection in good order. */
        public void close() throws IOException {
            socket.close();
        }

        /** Resets the connection. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says nothing as long as the server lives. */
        public void stall() throws InterruptedException {
            closing.await();
        }
    }

    private interface Task {
        void run() throws Exception;
    }
}
