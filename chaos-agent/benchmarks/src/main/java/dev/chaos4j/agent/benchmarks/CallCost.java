package dev.chaos4j.agent.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one call costs in each situation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallCost {

    private static final int LENGTH = 1024;

    /** One call of a method on two numbers. */
    @Benchmark
    public int add(Prepared prepared, Numbers numbers) {
        return prepared.work.add(numbers.left, numbers.right);
    }

    /** One call that returns a reference. */
    @Benchmark
    public String same(Prepared prepared, Numbers numbers) {
        return prepared.work.same(numbers.text);
    }

    /** A loop that the JIT vectorizes when nothing stands in front of the work. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int[] vectorized(Prepared prepared, Numbers numbers) {
        Work work = prepared.work;
        int[] sums = numbers.sums;
        for (int i = 0; i < LENGTH; i++) {
            sums[i] = work.add(numbers.lefts[i], numbers.rights[i]);
        }
        return sums;
    }

    /** The work, prepared once in each JVM. */
    @State(Scope.Benchmark)
    public static class Prepared {

        /** Which situation. */
        @Param
        public Situation situation = Situation.NEVER_WOVEN;

        private Work work = new PlainWork();

        /** Prepares it. */
        @Setup
        public void prepare() {
            work = situation.prepare();
        }
    }

    /** What each thread works on. */
    @State(Scope.Thread)
    public static class Numbers {

        private int left = 17;
        private int right = 25;
        private String text = "text";
        private final int[] lefts = new int[LENGTH];
        private final int[] rights = new int[LENGTH];
        private final int[] sums = new int[LENGTH];
    }
}
