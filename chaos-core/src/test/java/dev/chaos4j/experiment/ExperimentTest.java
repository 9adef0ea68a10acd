package dev.chaos4j.experiment;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.check.planted.Store;
import dev.chaos4j.check.planted.VirtualTime;
import dev.chaos4j.experiment.Observation.Phase;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.internal.engine.Engine;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExperimentTest {

    private final VirtualTime time = new VirtualTime();
    private final ChaosSession session =
            new Engine(new Environment(time, time, () -> 1), List::of).session(42, Scope.jvm(), 10_000);
    private final Store store = session.wrap(new WorkingStore(), Store.class);
    private boolean broken;

    @AfterEach
    void close() {
        session.close();
    }

    private String read(int attempts) throws IOException {
        time.pass(ofMillis(250));
        for (int i = 1; ; i++) {
            try {
                return store.get("42");
            } catch (IOException down) {
                if (i == attempts) {
                    throw down;
                }
            }
        }
    }

    private static Scenario outage(Duration recovery) {
        PlannedFault refused =
                PlannedFault.of(Failure.network(NetworkError.CONNECTION_REFUSED), Target.method(Store.class, "get"));
        Stage peak = new Stage("peak", ofSeconds(5), null, List.of(refused.named("refused")));
        return new Scenario("outage", "", null, List.of(peak), recovery, List.of(), List.of());
    }

    private Experiment.Builder experiment(Callable<?> work) {
        return Experiment.of("images survive", session)
                .steadyState(Probe.yes("the store answers", () -> !broken && store.get("42") != null))
                .scenario(outage(ofSeconds(2)))
                .workload("image", work)
                .promises("image", Limits.none().attempts(3), "RT1");
    }

    @Test
    void holdsIfTheSteadyStateHeldBeforeAndAfterAndAllChecksDo() throws InterruptedException {
        ExperimentResult result = experiment(() -> read(3)).build().run();

        assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.HELD);
        assertThat(result.held()).isTrue();
        assertThat(result.seed()).isEqualTo(42);
        assertThat(result.calls()).isEqualTo(28);
        assertThat(result.failedCalls()).isBetween(18L, 20L);
        assertThat(result.faults()).extracting(FaultStatus::armed).containsExactly(false);
        assertThat(result.observations(Phase.BEFORE))
                .extracting(Observation::good)
                .containsExactly(true);
        assertThat(result.observations(Phase.AFTER))
                .extracting(Observation::good)
                .containsExactly(true);
        assertThat(result.observations(Phase.DURING)).hasSize(7).anyMatch(each -> !each.good());
    }

    @Test
    void injectsNothingIfTheSteadyStateDoesNotHoldBefore() throws InterruptedException {
        broken = true;

        ExperimentResult result = experiment(() -> read(3)).build().run();

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason())
                .isEqualTo("The steady state did not hold before, so nothing was injected: "
                        + "'the store answers' was 0.0, to be exactly 1.0");
        assertThat(result.checks()).isEmpty();
        assertThat(session.armedEver()).isEmpty();
        assertThat(session.journal().entries())
                .noneMatch(entry -> entry instanceof Entry.StageEntered || entry instanceof Entry.Armed);
    }

    @Test
    void deviatesIfTheSteadyStateDoesNotComeBack() throws InterruptedException {
        ExperimentResult result = experiment(() -> {
                    broken = true;
                    return read(3);
                })
                .build()
                .run();

        assertThat(result.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(result.reason()).startsWith("The steady state did not come back: 'the store answers' was 0.0");
    }

    @Test
    void deviatesIfACheckDoes() throws InterruptedException {
        ExperimentResult result = experiment(() -> read(5)).build().run();

        assertThat(result.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(result.reason()).startsWith("RT1: ");
        assertThat(result.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.DEVIATED);
    }

    @Test
    void deviatesIfTheSteadyStateIsLeftForLongerThanTolerated() throws InterruptedException {
        ExperimentResult result =
                experiment(() -> read(3)).toleratingDuring(0.1).build().run();

        assertThat(result.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(result.reason()).contains("was left in").contains("of the observations");
    }

    @Test
    void neverHoldsIfTheScenarioTouchedNothing() throws InterruptedException {
        ExperimentResult result = experiment(() -> {
                    time.pass(ofMillis(250));
                    return "cached";
                })
                .steadyState(Probe.within("always seven", 7, 7, () -> 7).in("ms"))
                .build()
                .run();

        assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(result.failedCalls()).isZero();
    }

    @Test
    void takesAProbeThatThrowsAsOutOfRange() throws InterruptedException {
        ExperimentResult result = experiment(() -> read(3))
                .steadyState(Probe.atLeast("share", 0.9, () -> {
                    throw new IOException("no answer");
                }))
                .build()
                .run();

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason()).endsWith("'share' was not measured: java.io.IOException: no answer");
    }

    @Test
    void leavesNothingArmedIfItIsInterrupted() {
        Experiment interrupted = experiment(() -> {
                    Thread.currentThread().interrupt();
                    return read(1);
                })
                .build();

        assertThatThrownBy(interrupted::run).isInstanceOf(InterruptedException.class);
        assertThat(session.active()).isEmpty();
    }

    @Test
    void judgesEachRunByItself() throws InterruptedException {
        int[] attempts = {5};
        Experiment rehearsal = experiment(() -> read(attempts[0])).build();
        assertThat(rehearsal.run().verdict()).isEqualTo(Verdict.DEVIATED);

        attempts[0] = 3;
        ExperimentResult second = rehearsal.run();

        assertThat(second.verdict()).as(second.reason()).isEqualTo(Verdict.HELD);
    }

    @Test
    void doesNotHoldBecauseAnEarlierRunDid() throws InterruptedException {
        boolean[] cached = {false};
        Experiment rehearsal = experiment(() -> {
                    time.pass(ofMillis(250));
                    return cached[0] ? "cached" : read(3);
                })
                .steadyState(Probe.yes("something", () -> true))
                .build();
        assertThat(rehearsal.run().verdict()).isEqualTo(Verdict.HELD);

        cached[0] = true;
        assertThat(rehearsal.run().verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void countsWorkThatThrowsAnErrorAndTakesSuchAProbeAsOutOfRange() throws InterruptedException {
        boolean[] asked = new boolean[1];
        ExperimentResult result = experiment(() -> {
                    read(3);
                    throw new AssertionError("not the page we wanted");
                })
                .steadyState(Probe.yes("looks right", () -> {
                    if (asked[0]) {
                        throw new AssertionError("it does not");
                    }
                    asked[0] = true;
                    return true;
                }))
                .build()
                .run();

        assertThat(result.calls()).isPositive();
        assertThat(result.failedCalls()).isEqualTo(result.calls());
        assertThat(result.verdict()).isEqualTo(Verdict.DEVIATED);
        assertThat(result.reason()).contains("not measured: java.lang.AssertionError: it does not");
        assertThat(session.active()).isEmpty();
    }

    /** As fast as it returns, such work would fill any journal, and what it recorded of the fault be dropped. */
    @Test
    void makesSteadyTrafficOfWorkThatTakesNoTime() throws InterruptedException {
        Engine ofRealTime = new Engine(Environment.system(), List::of);
        try (ChaosSession real = ofRealTime.session(42, Scope.jvm(), 1_000)) {
            Store cheap = real.wrap(new WorkingStore(), Store.class);
            PlannedFault refused = PlannedFault.of(
                    Failure.network(NetworkError.CONNECTION_REFUSED), Target.method(Store.class, "get"));
            Stage peak =
                    new Stage("peak", ofSeconds(20), new Stage.Cause("refused", 3), List.of(refused.named("refused")));
            Experiment rehearsal = Experiment.of("images survive", real)
                    .steadyState(Probe.yes("something", () -> true))
                    .scenario(new Scenario("outage", "", null, List.of(peak), ofMillis(100), List.of(), List.of()))
                    .workload("image", () -> cheap.get("42"))
                    .workloadEvery(ofMillis(20))
                    .promises("image", Limits.none().attempts(3), "RT1")
                    .build();

            long began = System.nanoTime();
            ExperimentResult result = rehearsal.run();
            long took = System.nanoTime() - began;

            assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.HELD);
            assertThat(result.calls()).isBetween(1L, 1 + took / ofMillis(20).toNanos());
            assertThat(real.journal().dropped()).isZero();
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Experiment.of("empty", session).build())
                .withMessage("The experiment 'empty' needs a probe of its steady state: steadyState(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment(() -> 1).promises(Limits.none()))
                .withMessageStartingWith("A promise needs at least one check, for example RT1; there are [RT1, RT2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probe.within("share", 2, 1, () -> 1))
                .withMessage("The steady state of probe 'share' must be a range, but 2.0 is not below 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment(() -> 1).toleratingDuring(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> experiment(() -> 1).workloadEvery(Duration.ZERO))
                .withMessageStartingWith("The time between two calls of the workload must be");
    }

    private static final class WorkingStore implements Store {
        @Override
        public String get(String key) {
            return "an image";
        }

        @Override
        public void put(String key, String value) {}
    }
}
