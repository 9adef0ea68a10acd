package dev.chaos4j.agent.benchmarks.whole;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the packaged agent to a JVM at work and arms one class or a hundred: the time of the whole command, the
 * longest safepoint and the longest stall while it ran, and the memory that came with it. A run without any command shows
 * what the machine's other work does to the stalls.
 */
final class AttachCost {

    private static final Pattern SAFEPOINT = Pattern.compile("Safepoint \"(\\w+)\".* Total:\\s+(\\d+) ns");

    private final Path jar;
    private final int rounds;
    private final Path directory;
    private final String classPath;

    AttachCost(Path jar, int rounds) throws IOException {
        this.jar = jar;
        this.rounds = rounds;
        this.directory = Files.createTempDirectory("attach-cost");
        this.classPath = System.getProperty("java.class.path");
    }

    /** The rows of a Markdown table. */
    List<String> table() throws Exception {
        ManyClasses.compile(directory, classPath);
        return List.of(
                "| armed | whole command, ms | longest safepoint of weaving, ms | worst stall of a 1 kHz ticker, ms"
                        + " | resident memory added, MB |",
                "|---|---|---|---|---|",
                row("nothing (no command)", null),
                row("1 class", "many.C7#next"),
                row("100 classes", "many.C*#next"));
    }

    private String row(String name, @Nullable String target) throws Exception {
        Samples wall = new Samples();
        Samples safepoint = new Samples();
        Samples stall = new Samples();
        Samples resident = new Samples();
        for (int round = 0; round < rounds; round++) {
            Path log = directory.resolve("safepoints" + System.nanoTime() + ".log");
            try (Child jvm = Child.start(List.of(
                    "-Xlog:safepoint:file=" + log,
                    "-cp",
                    directory + File.pathSeparator + classPath,
                    Target.class.getName()))) {
                jvm.answer();
                pause(3);
                long before = Long.parseLong(jvm.ask("rss"));
                jvm.ask("gap");
                long begin = System.nanoTime();
                command(jvm, target);
                wall.add((System.nanoTime() - begin) / 1e6);
                pause(1);
                stall.add(Long.parseLong(jvm.ask("gap")) / 1e6);
                resident.add((Long.parseLong(jvm.ask("rss")) - before) / 1024.0);
            }
            safepoint.add(longestWeave(log));
        }
        return "| " + name + " | " + wall + " | " + safepoint + " | " + stall + " | " + resident + " |";
    }

    private void command(Child jvm, @Nullable String target) throws Exception {
        if (target == null) {
            pause(1);
            return;
        }
        Path scenario = Files.writeString(directory.resolve("scenario.yaml"), """
                chaos4j: 1
                name: cost
                faults:
                  never:
                    target: "%s"
                    latency: 1ms
                    trigger: {rate: 0.0}
                stages:
                  - {name: armed, for: 10m, faults: [never]}
                """.formatted(target));
        Child.run(
                List.of("-jar", jar.toString(), "attach", Long.toString(jvm.pid()), "--scenario", scenario.toString()));
    }

    private static double longestWeave(Path log) throws IOException {
        double longest = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher safepoint = SAFEPOINT.matcher(line);
            if (safepoint.find() && safepoint.group(1).contains("Redefine")) {
                longest = Math.max(longest, Long.parseLong(safepoint.group(2)) / 1e6);
            }
        }
        return longest;
    }

    private static void pause(int seconds) throws InterruptedException {
        if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody counts down");
        }
    }
}
