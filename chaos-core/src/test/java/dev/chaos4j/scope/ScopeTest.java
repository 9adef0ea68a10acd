package dev.chaos4j.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final ChaosContext TEST = ChaosContext.ofTest("T.buys");
    private static final ChaosContext REQUEST = ChaosContext.ofRequest("r-1");

    @Test
    void theJvmCoversEverybody() {
        assertThat(Scope.jvm().covers(null)).isTrue();
        assertThat(Scope.jvm().covers(TEST)).isTrue();
        assertThat(Scope.jvm().describe()).isEqualTo("JVM");
    }

    @Test
    void aTestCoversItsOwnWorkOnly() {
        Scope scope = Scope.test("T.buys");

        assertThat(scope.covers(TEST)).isTrue();
        assertThat(scope.covers(TEST.withRequest("r-1"))).isTrue();
        assertThat(scope.covers(ChaosContext.ofTest("T.sells"))).isFalse();
        assertThat(scope.covers(REQUEST)).isFalse();
        assertThat(scope.covers(null)).isFalse();
        assertThat(scope.describe()).isEqualTo("test T.buys");
    }

    @Test
    void aRequestCoversItsOwnWorkOnly() {
        Scope scope = Scope.request("r-1");

        assertThat(scope.covers(REQUEST)).isTrue();
        assertThat(scope.covers(TEST.withRequest("r-1"))).isTrue();
        assertThat(scope.covers(TEST.withRequest("r-2"))).isFalse();
        assertThat(scope.covers(null)).isFalse();
    }

    @Test
    void theJvmDuringATestCoversThreadsWithoutContext() {
        Scope scope = Scope.jvmDuring("T.buys");

        assertThat(scope.covers(null)).isTrue();
        assertThat(scope.testId()).isEqualTo("T.buys");
        assertThat(scope.describe()).isEqualTo("JVM during test T.buys");
    }

    @Test
    void aBlastRadiusIsNarrowedStepByStep() {
        BlastRadius radius = BlastRadius.standard()
                .withInjections(5)
                .withTime(Duration.ofSeconds(9))
                .withConcurrent(2);

        assertThat(radius).isEqualTo(new BlastRadius(5, Duration.ofSeconds(9), 2));
        assertThat(BlastRadius.standard()).isEqualTo(new BlastRadius(1_000_000, Duration.ofMinutes(30), 10_000));
    }

    @Test
    void aBlastRadiusAllowsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.standard().withInjections(0))
                .withMessage(
                        "A blast radius must allow at least 1 of injections, but allows 0; to inject nothing, do not"
                                + " arm the fault");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.standard().withConcurrent(0))
                .withMessageContaining("at least 1 of concurrent injections");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlastRadius.standard().withTime(Duration.ZERO))
                .withMessage("The longest time of a blast radius must be longer than zero, but was 0s; for example"
                        + " 300ms");
    }
}
