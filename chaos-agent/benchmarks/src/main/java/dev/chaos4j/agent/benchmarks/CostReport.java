package dev.chaos4j.agent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all situations in one run and writes their ratios to the baseline as Markdown. In each round every situation
 * runs once, in an order of its own and in a JVM of its own, and is compared with the baseline of the same round; the
 * report gives the median over the rounds, with the least and the greatest.
 */
public final class CostReport {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final long ORDER_SEED = 42;

    private final List<Measured> measured = new ArrayList<>();
    private final int rounds;

    private CostReport(int rounds) {
        this.rounds = rounds;
    }

    /**
     * Runs it.
     *
     * @param arguments the file to write, and the number of rounds (default 3)
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "performance-run.md");
        CostReport report = new CostReport(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
        report.measure();
        Files.writeString(file, new CostTable(report.measured).markdown());
    }

    private void measure() throws RunnerException {
        Random order = new Random(ORDER_SEED);
        for (int round = 0; round < rounds; round++) {
            List<Situation> situations = new ArrayList<>(Arrays.asList(Situation.values()));
            Collections.shuffle(situations, order);
            for (Situation situation : situations) {
                measure(round, situation, 1, ".*CallCost.*");
                measure(round, situation, 2, ".*CallCost.(add|same)");
            }
        }
    }

    private void measure(int round, Situation situation, int threads, String benchmarks) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks)
                .param("situation", situation.name())
                .threads(threads)
                .forks(1)
                .warmupIterations(8)
                .warmupTime(TimeValue.milliseconds(250))
                .measurementIterations(10)
                .measurementTime(TimeValue.milliseconds(150))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend(situation.jvmArguments().toArray(String[]::new));
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            String benchmark = result.getPrimaryResult().getLabel();
            measured.add(new Measured(round, situation, threads, benchmark, quartile(result), allocated(result)));
        }
    }

    /** The first quartile of the iterations: what the machine's other work disturbed least. */
    private static double quartile(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(25);
    }

    private static double allocated(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith(ALLOCATION)) {
                return result.getSecondaryResults().get(name).getScore();
            }
        }
        throw new IllegalStateException("The gc profiler has measured nothing");
    }

    /**
     * One benchmark in one JVM.
     *
     * @param nanos per call
     * @param bytes allocated per call
     */
    record Measured(int round, Situation situation, int threads, String benchmark, double nanos, double bytes) {}
}
