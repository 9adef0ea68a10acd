package shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small application. Answers each line on standard input with one line that begins with {@code =}; ends with its
 * input.
 */
public final class Shop {

    private static final Inventory INVENTORY = new Inventory();
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final AtomicInteger ENDED = new AtomicInteger();
    private static volatile boolean busy;

    private Shop() {}

    public static void main(String... arguments) throws IOException {
        System.out.println("= open");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println("= " + answer(line.split(" ", -1)));
        }
    }

    private static String answer(String... words) {
        try {
            return switch (words[0]) {
                case "stock" -> stock(words[1]);
                case "call" -> Kinds.call(words[1]);
                case "start" -> start(words[1]);
                case "calls" -> ENDED + " of " + STARTED + " ended";
                case "busy" -> busy(words[1].equals("on"));
                case "index" -> String.valueOf(INVENTORY.byteCodeIndex());
                case "threads" -> threads();
                case "sockets" -> sockets();
                case "files" -> files();
                case "set" -> String.valueOf(System.setProperty(words[1], words[2]));
                case "property" -> String.valueOf(System.getProperty(words[1]));
                case "address" -> address(words[1]);
                case "variable" -> String.valueOf(System.getenv(words[1]));
                case "track" -> Tracked.agent();
                case "uncollected" -> Tracked.uncollected();
                default -> "unknown command " + words[0];
            };
        } catch (Exception e) {
            return "failed: " + e;
        }
    }

    private static String stock(String item) {
        long begin = System.nanoTime();
        String result;
        try {
            result = String.valueOf(INVENTORY.stock(item));
        } catch (RuntimeException e) {
            result = e.toString();
        }
        return result + " after " + (System.nanoTime() - begin) / 1_000_000 + " ms";
    }

    private static String start(String item) {
        STARTED.incrementAndGet();
        Thread caller = new Thread(
                () -> {
                    stock(item);
                    ENDED.incrementAndGet();
                },
                "caller");
        caller.setDaemon(true);
        caller.start();
        return "started";
    }

    /** Traffic that never stops, so that the agent comes and goes under load. */
    private static String busy(boolean on) {
        if (on && !busy) {
            busy = true;
            Thread worker = new Thread(
                    () -> {
                        while (busy) {
                            stock("busy");
                            LockSupport.parkNanos(100_000);
                        }
                    },
                    "worker");
            worker.setDaemon(true);
            worker.start();
        }
        busy = on;
        return "busy " + on;
    }

    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** A service that listens, as most do. */
    private static String sockets() throws IOException {
        Path place = Files.createTempDirectory("shop");
        Path socket = place.resolve("socket");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                listener.accept().close();
            }
        }
        Files.delete(socket);
        Files.delete(place);
        return "served";
    }

    /** What is open, sockets and ports included, and how often; Linux only. */
    private static String files() throws IOException {
        Map<String, Integer> open = new TreeMap<>();
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            for (Path handle : (Iterable<Path>) handles::iterator) {
                String target = target(handle);
                if (!target.startsWith("/proc/")) {
                    open.merge(target.replaceAll("\\[.*", ""), 1, Integer::sum);
                }
            }
        }
        return List.copyOf(open.entrySet()).toString();
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "/proc/closed meanwhile";
        }
    }

    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException noSuchHost) {
            return "unknown";
        }
    }
}
