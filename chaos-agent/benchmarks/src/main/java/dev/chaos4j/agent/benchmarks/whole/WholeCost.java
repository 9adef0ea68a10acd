package dev.chaos4j.agent.benchmarks.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what whole JVMs feel of the agent, and writes it as Markdown. */
public final class WholeCost {

    private WholeCost() {}

    /**
     * Runs it.
     *
     * @param arguments {@code chaos-agent.jar}, the file to write, the number of rounds (default 5), and what to measure:
     *     {@code all} (default) or {@code network}
     */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        List<String> lines = new ArrayList<>();
        if (arguments.length < 4 || !arguments[3].equals("network")) {
            add(lines, "Attach", new AttachCost(jar, rounds).table());
            add(lines, "Start of a Spring Boot web application", new StartUpCost(jar, 2 * rounds).table());
            add(lines, "How late an injected delay ends", new DelayError().table());
        }
        try (NetworkCost network = new NetworkCost(jar, rounds)) {
            add(lines, "The JDK's network", network.table());
        }
        Files.write(Path.of(arguments[1]), lines);
    }

    private static void add(List<String> lines, String title, List<String> table) {
        lines.add("## " + title);
        lines.add("");
        lines.addAll(table);
        lines.add("");
        table.forEach(System.out::println);
    }
}
