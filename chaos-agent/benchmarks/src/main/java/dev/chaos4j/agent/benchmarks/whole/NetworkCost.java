package dev.chaos4j.agent.benchmarks.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Echoes 64 bytes over loopback, between this JVM and one that has no agent, a dormant one, one that is armed for another
 * host, and one that is armed for this host and never fires; in turns. The JVM without the agent is there twice: the
 * difference between the two is the noise.
 */
final class NetworkCost implements AutoCloseable {

    private static final List<String> WAYS = List.of("socket", "channel", "connect");
    private static final Map<String, String> WORDS = Map.of(
            "socket", "echo over a socket",
            "channel", "echo over a channel",
            "connect", "connection, echo, close");

    private final Path jar;
    private final int rounds;
    private final ServerSocket server;

    NetworkCost(Path jar, int rounds) throws IOException {
        this.jar = jar;
        this.rounds = rounds;
        this.server = new ServerSocket(0, 1_000, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        daemon(this::accept);
    }

    /** The rows of a Markdown table. */
    List<String> table() throws Exception {
        List<Variant> variants = List.of(
                new Variant("no agent", List.of()),
                new Variant("agent, nothing armed", List.of("-javaagent:" + jar)),
                new Variant("armed for another host", armed("10.255.255.1")),
                new Variant("armed for this host, rate 0", armed("127.0.0.1")),
                new Variant("no agent, again", List.of()));
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : variants) {
                measure(variant);
            }
        }
        List<String> rows = new ArrayList<>(List.of(
                "| what | agent | p50, µs | p99, µs | per second | p50 against no agent | throughput against no agent |",
                "|---|---|---|---|---|---|---|"));
        for (String way : WAYS) {
            Results base = variants.get(0).of(way);
            variants.forEach(variant -> rows.add("| " + WORDS.get(way) + " | " + variant.name
                    + variant.of(way).cells(base)));
        }
        return rows;
    }

    private void measure(Variant variant) throws IOException {
        List<String> arguments = new ArrayList<>(variant.jvmArguments);
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                EchoClient.class.getName(),
                Integer.toString(server.getLocalPort())));
        try (Child jvm = Child.start(arguments)) {
            jvm.answer();
            for (String way : WAYS) {
                variant.of(way).add(jvm.ask(way));
            }
        }
    }

    private List<String> armed(String host) throws IOException {
        StringBuilder faults = new StringBuilder();
        for (String operation : List.of("connect", "read", "write")) {
            faults.append("""
                  %1$s:
                    target: {network: {operation: %1$s, host: %2$s}}
                    latency: 1ms
                    trigger: {rate: 0.0}
                """.formatted(operation, host));
        }
        Path scenario = Files.writeString(Files.createTempFile("network-cost", ".yaml"), """
                chaos4j: 1
                name: cost
                faults:
                %sstages:
                  - {name: armed, for: 30m, faults: [connect, read, write]}
                """.formatted(faults));
        return List.of("-javaagent:" + jar + "=scenario=" + scenario);
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            daemon(() -> {
                try (client) {
                    client.setTcpNoDelay(true);
                    client.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by the measured JVM, or at the end
                    }
                },
                "echo");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private record Variant(String name, List<String> jvmArguments, Map<String, Results> results) {

        Variant(String name, List<String> jvmArguments) {
            this(name, jvmArguments, new LinkedHashMap<>());
        }

        Results of(String way) {
            return results.computeIfAbsent(way, any -> new Results(new Samples(), new Samples(), new Samples()));
        }
    }

    private record Results(Samples median, Samples p99, Samples perSecond) {

        void add(String answer) {
            String[] numbers = answer.split(" ", -1);
            median.add(Double.parseDouble(numbers[0]));
            p99.add(Double.parseDouble(numbers[1]));
            perSecond.add(Double.parseDouble(numbers[2]));
        }

        String cells(Results base) {
            return " | " + median + " | " + p99 + " | " + perSecond + " | " + ratio(median, base.median) + " | "
                    + ratio(perSecond, base.perSecond) + " |";
        }

        private static String ratio(Samples samples, Samples base) {
            return String.format(Locale.ROOT, "%.2f", samples.median() / base.median());
        }
    }
}
