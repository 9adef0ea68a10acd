package dev.chaos4j.docs;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.Chaos;
import dev.chaos4j.check.Answers;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Checks;
import dev.chaos4j.check.ConfigurationWatch;
import dev.chaos4j.check.ErrorKinds;
import dev.chaos4j.check.Ledger;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Recording;
import dev.chaos4j.check.Resilience;
import dev.chaos4j.check.ResilienceError;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.experiment.Experiment;
import dev.chaos4j.experiment.ExperimentResult;
import dev.chaos4j.experiment.Probe;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.SettingSlip;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.journal.JournalFile;
import dev.chaos4j.report.Report;
import dev.chaos4j.report.ReportedRun;
import dev.chaos4j.resilience4j.Resilience4jObserver;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The examples of docs/checks.md. */
@Timeout(30)
@Execution(ExecutionMode.SAME_THREAD)
class ChecksTest {

    private static final Failure REFUSED = Failure.network(NetworkError.CONNECTION_REFUSED);

    private final ChaosSession session = Chaos.session(SessionOptions.jvm());
    private final Inventory inventory = session.wrap(new Shelves(), Inventory.class);
    private final Target stock = Target.method(Inventory.class, "stock");
    private final Resilience resilience = Resilience.in(session);

    @AfterEach
    void close() {
        session.close();
    }

    /** A client that tries three times and then says that there is none. */
    private int stockOfTea() {
        for (int i = 0; i < 3; i++) {
            try {
                return inventory.stock("tea");
            } catch (IOException again) {
                // once more
            }
        }
        return 0;
    }

    @Test
    void aSentence() throws Exception {
        session.arm(REFUSED, stock);
        session.call("stock of tea", () -> stockOfTea());

        resilience.of("stock of tea").attemptsAtMost(3).fallsBack();

        assertThatThrownBy(() -> resilience.of("stock of tea").attemptsAtMost(2))
                .isInstanceOf(ResilienceError.class)
                .hasMessageStartingWith(
                        "RT1 (attempts are capped) is DEVIATED: 1 call tried one request more than 2 times");
    }

    @Test
    void collecting() throws Exception {
        session.arm(REFUSED, stock, Trigger.first(1));
        session.call("stock of tea", () -> stockOfTea());

        Resilience all = resilience.collecting();
        all.of("stock of tea").retriesTransientErrors().attemptsAtMost(3).fallsBack();

        assertThat(all.results())
                .extracting(CheckResult::verdict)
                .containsExactly(Verdict.HELD, Verdict.VACUOUS, Verdict.VACUOUS);
        assertThatThrownBy(all::verify).isInstanceOf(ResilienceError.class);
    }

    @Test
    void limits() throws Exception {
        session.arm(Failure.of(IllegalStateException.class), stock);
        assertThatThrownBy(() -> session.call("stock of tea", () -> inventory.stock("tea")))
                .isInstanceOf(IllegalStateException.class);

        Limits limits = Limits.none()
                .attempts(3)
                .callTimeout(ofSeconds(2))
                .errors(ErrorKinds.standard().permanent("IllegalStateException", "409"));
        CheckResult result = Checks.of("RT7")
                .evaluate(Recording.of(session).select("stock of tea").declaring(limits));

        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void breakers() {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(5)
                .minimumNumberOfCalls(5)
                .build());
        try (var observer = Resilience4jObserver.on(session.journal()).watchBreakers(breakers)) {
            session.arm(REFUSED, stock);
            CircuitBreaker breaker = breakers.circuitBreaker("inventory");
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> session.call(
                                "stock of tea", () -> breaker.executeCallable(() -> inventory.stock("tea"))))
                        .isInstanceOf(Exception.class);
            }
            resilience.opensBreaker("inventory").keepsBreakerOpen("inventory");
            assertThat(observer.instances()).hasSize(1);
        }
    }

    @Test
    void answers() throws Exception {
        session.arm(REFUSED, stock);

        Answers answers = Answers.in(session.journal());
        session.call("stock of tea", () -> answers.note(stockOfTea()));

        resilience.with(answers).fallsBackTo(answer -> answer instanceof Integer amount && amount == 0);
    }

    @Test
    void writes() throws Exception {
        Target reserve = Target.method(Inventory.class, "reserve");
        Ledger ledger = new Ledger();
        try (ActiveFault down = session.arm(REFUSED, reserve, Trigger.first(1))) {
            session.call("order", () -> {
                try {
                    return inventory.reserve("tea", 1);
                } catch (IOException again) {
                    return inventory.reserve("tea", 1);
                }
            });
            ledger.acknowledged("order-1");
            assertThat(down.fired()).isEqualTo(1);
        }
        ledger.readBack(Set.of("order-1"));

        resilience.losesNoWrites(ledger);
    }

    @Test
    void configurationMistakes() {
        System.setProperty("shop.region", "us-east-1");
        Map<String, String> settings = Map.of("shop.region", System.getProperty("shop.region"));

        ConfigurationWatch watch = ConfigurationWatch.in(session, "shop");
        watch.inForce(settings);
        session.arm(WrongSetting.of(SettingSlip.EMPTY), Target.setting("shop.region"));
        assertThat(System.getProperty("shop.region")).isEmpty();
        watch.detected("shop.region");

        resilience.detectsMistakesWithin(ofSeconds(10)).revertsMistakesWithin(ofSeconds(30));
    }

    @Test
    void journalFile(@TempDir Path directory) throws Exception {
        session.arm(REFUSED, stock);
        session.call("stock of tea", () -> stockOfTea());
        Path file = directory.resolve("journal.jsonl");

        JournalFile.write(session.journal(), file);

        List<CheckResult> results = Checks.evaluateAll(Recording.of(JournalFile.read(file)));
        assertThat(results).hasSameSizeAs(Checks.all());
    }

    @Test
    void experiment() throws Exception {
        PlannedFault refused = PlannedFault.of(REFUSED, stock).named("refused");
        Scenario outage = new Scenario(
                "outage",
                "",
                null,
                List.of(new Stage("down", ofSeconds(20), new Stage.Cause("refused", 30), List.of(refused))),
                ofMillis(100),
                List.of(),
                List.of());

        ExperimentResult result = Experiment.of("tea is sold through the outage", session)
                .steadyState(Probe.atLeast("tea in stock", 1, () -> inventory.stock("tea")))
                .scenario(outage)
                .workload("stock of tea", () -> stockOfTea())
                .promises("stock of tea", Limits.none().attempts(3), "RT1", "FB1")
                .build()
                .run();

        String table = Report.of("A stock outage")
                .seed(result.seed())
                .replay("mvn test -Dchaos4j.seed=" + result.seed())
                .with(ReportedRun.of("hardened", result))
                .toText();
        assertThat(result.verdict()).as(table).isEqualTo(Verdict.HELD);
        assertThat(table).contains("RT1 attempts are capped   HELD");
    }
}
