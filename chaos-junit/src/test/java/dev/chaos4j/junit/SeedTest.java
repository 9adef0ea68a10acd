package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.chaos4j.session.ChaosSession;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** One seed gives the same faults at the same calls, and a failing test says which it was. */
@Execution(ExecutionMode.SAME_THREAD)
class SeedTest {

    private static final Queue<Long> SEEDS = new ConcurrentLinkedQueue<>();
    private static final Map<Long, BitSet> HITS = new ConcurrentHashMap<>();

    static class Sometimes {
        private final Inventory inventory = Inventory.wrapped();

        @ChaosTest
        @InjectFailure(method = "dev.chaos4j.junit.Inventory#stock", exception = IOException.class, rate = 0.5)
        void half(ChaosSession chaos) {
            BitSet hits = new BitSet();
            for (int call = 0; call < 64; call++) {
                try {
                    inventory.stock("tea");
                } catch (IOException hit) {
                    hits.set(call);
                }
            }
            SEEDS.add(chaos.seed());
            BitSet before = HITS.putIfAbsent(chaos.seed(), hits);
            assertThat(before == null || before.equals(hits)).isTrue();
            fail("to see the seed");
        }
    }

    private static EngineExecutionResults run(String seed) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("chaos4j.seed", seed)
                .selectors(DiscoverySelectors.selectClass(Sometimes.class))
                .execute();
    }

    @Test
    void theSeedThatAFailureNamesGivesTheSameFaultsAgain() {
        SEEDS.clear();

        String note = Kit.failure(run("")).getSuppressed()[0].getMessage();
        long seed = SEEDS.element();
        BitSet hits = HITS.get(seed);

        assertThat(note)
                .endsWith("Seed " + seed + "; to repeat: mvn test -Dtest='SeedTest$Sometimes#half' -Dchaos4j.seed="
                        + seed);
        assertThat(Kit.failure(run(String.valueOf(seed)))).hasMessage("to see the seed");
        assertThat(HITS.get(seed)).isEqualTo(hits);
        assertThat(SEEDS).containsExactly(seed, seed);
    }

    @Test
    void eachTestHasAFreshSeedUnlessToldOtherwise() {
        SEEDS.clear();

        run("");
        run("");
        run("7");

        assertThat(SEEDS).hasSize(3).doesNotHaveDuplicates().contains(7L);
    }

    @Test
    void refusesASeedThatIsNoNumber() {
        assertThat(Kit.message(run("abc")))
                .isEqualTo("chaos4j.seed=abc is not a whole number; copy the seed that a failing test has printed, for"
                        + " example -Dchaos4j.seed=42");
    }
}
