package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** A test may have the whole JVM, and then runs alone. */
@Isolated
@Timeout(60)
class JvmWideTest {

    /** An interface of its own, since these faults reach every test's calls. */
    interface Clock {
        String now() throws IOException;
    }

    private static final Clock CLOCK = Chaos.wrap(() -> "noon", Clock.class);
    /** Often nobody comes, because the others wait until the one that runs alone has ended. */
    private static final Meeting MEETING = new Meeting(50);

    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicInteger OTHERS = new AtomicInteger();

    @Execution(ExecutionMode.CONCURRENT)
    static class Mixed {
        @RepeatedTest(10)
        void narrow() throws IOException {
            RUNNING.incrementAndGet();
            assertThat(CLOCK.now()).isEqualTo("noon");
            MEETING.attend();
            assertThat(CLOCK.now()).isEqualTo("noon");
            RUNNING.decrementAndGet();
        }

        @RepeatedTest(10)
        @JvmWide
        @InjectFailure(target = Clock.class, exception = IOException.class)
        void wide(ChaosSession chaos) throws Exception {
            OTHERS.addAndGet(RUNNING.get());
            ExecutorService server = Executors.newSingleThreadExecutor();
            try {
                chaos.observe(Target.method(Clock.class, "now"));
                assertThatThrownBy(() -> server.submit(CLOCK::now).get(10, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(IOException.class);
                assertThat(Chaos.current()).isSameAs(chaos);
                assertThat(chaos.journal().entries()).hasAtLeastOneElementOfType(Entry.AttemptEnded.class);
            } finally {
                server.shutdownNow();
            }
        }
    }

    @Test
    void reachesThreadsOfOthersAndRunsAlone() {
        var results = Kit.jupiter(DiscoverySelectors.selectClass(Mixed.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();

        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(counts -> counts.succeeded(20));
        assertThat(OTHERS).hasValue(0);
    }
}
