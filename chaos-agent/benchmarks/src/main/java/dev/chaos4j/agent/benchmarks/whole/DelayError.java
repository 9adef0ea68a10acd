package dev.chaos4j.agent.benchmarks.whole;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.backend.AgentOptions;
import dev.chaos4j.agent.backend.AgentRuntime;
import dev.chaos4j.agent.benchmarks.PlainWork;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.bytebuddy.agent.ByteBuddyAgent;

/** How much later than asked for a delayed call returns, on one platform thread. */
final class DelayError {

    private static final int WARM_UP = 100;
    private static final Duration PER_ROW = Duration.ofSeconds(5);

    /** The rows of a Markdown table. */
    List<String> table() {
        AgentRuntime.install(ByteBuddyAgent.install(), AgentOptions.embedded());
        List<String> rows = new ArrayList<>(
                List.of("| delay | late, p50, us | late, p99, us | earliest, us |", "|---|---|---|---|"));
        for (int millis : new int[] {1, 10, 100}) {
            Latency delay = Latency.of(Duration.ofMillis(millis));
            rows.add(row(millis + " ms", delay, millis));
            rows.add(row(millis + " ms, precisely", delay.precisely(), millis));
        }
        return rows;
    }

    private static String row(String name, Latency delay, int millis) {
        PlannedFault plan = PlannedFault.of(delay, Target.method(PlainWork.class, "add"))
                .within(BlastRadius.standard().withInjections(Long.MAX_VALUE));
        try (ActiveFault fault = Chaos.arm(plan)) {
            double[] late = new double[(int) (PER_ROW.toMillis() / millis)];
            PlainWork work = new PlainWork();
            for (int i = -WARM_UP; i < late.length; i++) {
                long begin = System.nanoTime();
                work.add(i, 1);
                double micros = (System.nanoTime() - begin) / 1e3 - millis * 1e3;
                if (i >= 0) {
                    late[i] = micros;
                }
            }
            if (fault.fired() != late.length + WARM_UP) {
                throw new IllegalStateException("The delay did not meet each call: " + fault.status());
            }
            Arrays.sort(late);
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f |",
                    name,
                    late[late.length / 2],
                    late[late.length * 99 / 100],
                    late[0]);
        }
    }
}
