package dev.chaos4j.agent.benchmarks.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The JVM whose network the agent weaves: it sends 64 bytes, waits until they have come back, and so on. */
public final class EchoClient {

    private static final int BYTES = 64;
    private static final int WARM_UP = 50_000;
    private static final int ROUND_TRIPS = 100_000;

    /** Fewer, because each leaves a port that cannot be used again for a minute. */
    private static final int CONNECTIONS = 3_000;

    private final InetSocketAddress server;

    private EchoClient(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Runs it until its input ends.
     *
     * @param arguments the port of the server on loopback
     */
    public static void main(String[] arguments) throws IOException {
        EchoClient client = new EchoClient(new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), Integer.parseInt(arguments[0])));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("= ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("= " + client.measured(line));
        }
    }

    private String measured(String way) throws IOException {
        return switch (way) {
            case "socket" -> overSocket();
            case "channel" -> overChannel();
            case "connect" -> connecting();
            default -> throw new IllegalArgumentException(way);
        };
    }

    private String overSocket() throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] bytes = new byte[BYTES];
            return times(WARM_UP, ROUND_TRIPS, () -> echo(in, out, bytes));
        }
    }

    private static void echo(InputStream in, OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        if (in.readNBytes(bytes, 0, BYTES) != BYTES) {
            throw new IOException("The server has gone");
        }
    }

    private String overChannel() throws IOException {
        try (SocketChannel channel = SocketChannel.open(server)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
            return times(WARM_UP, ROUND_TRIPS, () -> echo(channel, bytes));
        }
    }

    private static void echo(SocketChannel channel, ByteBuffer bytes) throws IOException {
        bytes.clear();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        bytes.clear();
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("The server has gone");
            }
        }
    }

    private String connecting() throws IOException {
        byte[] bytes = new byte[BYTES];
        return times(CONNECTIONS / 3, CONNECTIONS, () -> {
            try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
                echo(socket.getInputStream(), socket.getOutputStream(), bytes);
            }
        });
    }

    /** Median and 99th percentile in microseconds, and how many in a second. */
    private static String times(int warmUp, int count, Step step) throws IOException {
        for (int i = 0; i < warmUp; i++) {
            step.run();
        }
        long[] nanos = new long[count];
        long begin = System.nanoTime();
        long last = begin;
        for (int i = 0; i < count; i++) {
            step.run();
            long now = System.nanoTime();
            nanos[i] = now - last;
            last = now;
        }
        double perSecond = count / ((last - begin) / 1e9);
        Arrays.sort(nanos);
        return nanos[count / 2] / 1e3 + " " + nanos[count - 1 - count / 100] / 1e3 + " " + perSecond;
    }

    private interface Step {
        void run() throws IOException;
    }
}
