package dev.chaos4j.agent.benchmarks.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a Spring Boot application without the agent, with a dormant one and with an armed one, in turns: how long
 * each takes until it is up. The run without the agent is there twice: the difference between the two is the noise.
 */
final class StartUpCost {

    private final Path jar;
    private final int rounds;

    StartUpCost(Path jar, int rounds) {
        this.jar = jar;
        this.rounds = rounds;
    }

    /** The rows of a Markdown table. */
    List<String> table() throws Exception {
        List<Variant> variants = List.of(
                new Variant("no agent", List.of()),
                new Variant("dormant agent", List.of("-javaagent:" + jar)),
                new Variant("armed agent", List.of("-javaagent:" + jar + "=scenario=" + scenario())),
                new Variant("no agent, again", List.of()));
        for (int round = 0; round <= rounds; round++) {
            for (Variant variant : variants) {
                double millis = start(variant.jvmArguments);
                if (round > 0) { // the first only fills the file cache
                    variant.samples.add(millis);
                }
            }
        }
        double base = variants.get(0).samples.median();
        List<String> rows = new ArrayList<>(List.of("| start | until it is up, ms | added, ms |", "|---|---|---|"));
        variants.forEach(variant -> rows.add(variant.row(base)));
        return rows;
    }

    private static double start(List<String> jvmArguments) throws Exception {
        List<String> arguments = new ArrayList<>(jvmArguments);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), SpringShop.class.getName()));
        long begin = System.nanoTime();
        try (Child jvm = Child.start(arguments)) {
            jvm.answer();
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private static Path scenario() throws Exception {
        return Files.writeString(
                Files.createTempFile("start-up-cost", ".yaml"), """
                chaos4j: 1
                name: cost
                faults:
                  never:
                    target: "%s#greeting"
                    latency: 1ms
                    trigger: {rate: 0.0}
                stages:
                  - {name: armed, for: 10m, faults: [never]}
                """.formatted(SpringShop.class.getName()));
    }

    private record Variant(String name, List<String> jvmArguments, Samples samples) {

        Variant(String name, List<String> jvmArguments) {
            this(name, jvmArguments, new Samples());
        }

        String row(double base) {
            return "| " + name + " | " + samples + " | " + Math.round(samples.median() - base) + " |";
        }
    }
}
