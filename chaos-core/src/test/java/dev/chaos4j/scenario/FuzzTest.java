package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The same files in each run, so that a change is judged and not the day; {@code -Dchaos4j.fuzz.seed=N} tries others. Its budgets are of processor time, so that a busy machine does not fail
 * it; the time-out by the clock is for what hangs without working.
 */
class FuzzTest {

    private static final int FILES = 10_000;
    private static final long SEED = 20_170_228;
    private static final long LONGEST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long TOTAL_NANOS = Duration.ofSeconds(30).toNanos();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void mutatedFilesGiveAScenarioOrAnErrorAndNothingElse() throws IOException {
        long seed = Long.getLong("chaos4j.fuzz.seed", SEED);
        Mutations mutations = new Mutations(seed, texts(Corpus.valid()), texts(Corpus.broken()));
        int scenarios = 0;
        long start = processorNanos();

        for (int i = 0; i < FILES; i++) {
            byte[] mutated = mutations.next();
            long begin = processorNanos();
            scenarios += outcome(mutated, "-Dchaos4j.fuzz.seed=" + seed + ", file " + i) ? 1 : 0;
            assertThat(processorNanos() - begin)
                    .as("time for -Dchaos4j.fuzz.seed=%d, file %d:%n%s", seed, i, text(mutated))
                    .isLessThan(LONGEST_NANOS);
        }

        assertThat(processorNanos() - start).as("time for all").isLessThan(TOTAL_NANOS);
        assertThat(scenarios).as("files that still are scenarios").isBetween(FILES / 100, FILES / 2);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Whether it is a scenario; it is one that can be written and read again, then. */
    private static boolean outcome(byte[] mutated, String which) throws IOException {
        try {
            Scenario scenario = ScenarioFile.read(new ByteArrayInputStream(mutated), "fuzz.yaml");
            ScenarioFile.parse(ScenarioFile.write(scenario), "written.yaml");
            return true;
        } catch (ScenarioFileException problem) {
            assertThat(problem.errors()).as(which).isNotEmpty();
            assertThat(problem).as(which).hasMessageStartingWith("The scenario file fuzz.yaml has ");
            return false;
        } catch (RuntimeException | Error other) {
            throw new AssertionError(which + ":\n" + text(mutated), other);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<Path> files) {
        return files.stream().map(Corpus::text).toList();
    }
}
