package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A fault that did nothing fails the test, says why, and never hides the test's own failure. */
class StrictnessTest {

    private static final String STOCK = "dev.chaos4j.junit.Inventory#stock";
    private static final Target TARGET = Target.method(Inventory.class, "stock");

    @ChaosTest
    static class Unfired {
        private final Inventory inventory = Inventory.wrapped();

        @Test
        @InjectLatency(method = STOCK, delay = "2s", jitter = "500ms")
        void nobodyCalls() throws IOException {
            inventory.reserve("tea", 1);
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void otherThread() {
            assertThat(CompletableFuture.supplyAsync(this::stock)).succeedsWithin(Duration.ofSeconds(10));
        }

        private int stock() {
            try {
                return inventory.stock("tea");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class, after = 2)
        void tooEarly() throws IOException {
            inventory.stock("tea");
            inventory.stock("milk");
        }

        @Test
        @InjectHang(target = Inventory.class, methodName = "reserve")
        @InjectFailure(http = "GET inventory.*", status = 503)
        void two() {
            assertThat(inventory).isNotNull();
        }

        @Test
        void wrongType() throws IOException {
            Chaos.arm(Reply.value("seven"), TARGET);
            assertThat(inventory.stock("tea")).isEqualTo(7);
        }

        @Test
        void inCode(ChaosSession chaos) {
            try (ActiveFault broken = chaos.arm(Failure.of(IOException.class), TARGET)) {
                assertThat(broken.fired()).isZero();
            }
        }
    }

    private static String message(String method) {
        Throwable failure = Kit.failure(Kit.run(Unfired.class, method));
        assertThat(failure).isExactlyInstanceOf(UnfiredFaultError.class);
        return String.valueOf(failure.getMessage());
    }

    private static String tail(String method) {
        return """


                If it may stay so, say allowUnfired = true in the annotation, or @AllowUnfired on the test.
                Seed 42; to repeat: mvn test -Dtest='StrictnessTest$Unfired#%s' -Dchaos4j.seed=42""".formatted(method);
    }

    @Test
    void saysThatNobodyCalled() {
        assertThat(message("nobodyCalls")).isEqualTo("""
                        A fault had no effect, so StrictnessTest$Unfired#nobodyCalls() shows nothing about it.

                          latency at +dev.chaos4j.junit.Inventory#stock
                            armed by    @InjectLatency on StrictnessTest$Unfired#nobodyCalls()
                            what        latency 1s 500ms to 2s 500ms at +dev.chaos4j.junit.Inventory#stock, always
                            matched     dev.chaos4j.junit.Inventory#stock(java.lang.String)
                            counted     0 seen, 0 eligible, 0 fired
                            because     nobody called it while it was armed
                            do          call it in the test method itself: the faults of annotations are armed after @BeforeEach and disarmed before @AfterEach\
                        """ + tail("nobodyCalls"));
    }

    @Test
    void leadsToTheTest() {
        StackTraceElement[] trace =
                Kit.failure(Kit.run(Unfired.class, "nobodyCalls")).getStackTrace();

        assertThat(trace).hasSize(1);
        assertThat(trace[0]).hasToString("dev.chaos4j.junit.StrictnessTest$Unfired.nobodyCalls(StrictnessTest.java)");
    }

    @Test
    void saysThatTheCallsCameFromOtherThreads() {
        assertThat(message("otherThread")).contains("""
                            counted     1 seen, 0 eligible, 0 fired
                            because     every call was out of its scope
                            do          the calls came from threads that do not work for this test; hand work over with Contextual.wrap(...), use the agent, or put @JvmWide on the test
                        """);
    }

    @Test
    void saysThatTheTriggerChoseNoCall() {
        assertThat(message("tooEarly")).contains("""
                            counted     2 seen, 2 eligible, 0 fired
                            because     its trigger 'after 2' chose none of 2 calls
                            do          call it more often, or choose a trigger that fires earlier
                        """);
    }

    @Test
    void namesEachOfSeveralAndWhatWouldReachThem() {
        assertThat(message("two")).isEqualTo("""
                        2 faults had no effect, so StrictnessTest$Unfired#two() shows nothing about them.

                          hang at +dev.chaos4j.junit.Inventory#reserve
                            armed by    @InjectHang on StrictnessTest$Unfired#two()
                            what        hang until released at +dev.chaos4j.junit.Inventory#reserve, always
                            matched     dev.chaos4j.junit.Inventory#reserve(java.lang.String, int)
                            counted     0 seen, 0 eligible, 0 fired
                            because     nobody called it while it was armed
                            do          call it in the test method itself: the faults of annotations are armed after @BeforeEach and disarmed before @AfterEach

                          reply at http method=GET host=inventory.*
                            armed by    @InjectFailure on StrictnessTest$Unfired#two()
                            what        reply 503 at http method=GET host=inventory.*, always
                            matched     no client that is known
                            near miss   http method=GET host=inventory.*: no agent is there, so only objects from Chaos.wrap(...) are reached; add the chaos-agent-weaving artifact to the test class path, or start the JVM with -javaagent:chaos-agent.jar
                            counted     0 seen, 0 eligible, 0 fired
                            because     nothing was matched, for the reason given as near miss\
                        """ + tail("two"));
    }

    @Test
    void saysThatItFiredInVain() {
        assertThat(message("wrongType")).contains("""
                            counted     1 seen, 1 eligible, 1 fired
                            because     it fired but could not be applied: the method returns int, but the value given is a java.lang.String
                        """);
    }

    @Test
    void countsFaultsThatCodeHasArmedAndDisarmed() {
        assertThat(message("inCode")).contains("    armed by    code\n    what        failure java.io.IOException at ");
    }

    @ChaosTest
    static class Allowed {
        private final Inventory inventory = Inventory.wrapped();

        @Test
        @InjectLatency(method = STOCK, delay = "2s", allowUnfired = true)
        void byItsAnnotation() {
            assertThat(inventory).isNotNull();
        }

        @Test
        @AllowUnfired
        void all(ChaosSession chaos) {
            chaos.arm(Latency.of(Duration.ofSeconds(2)), TARGET);
        }

        @Test
        @AllowUnfired("slow")
        void byName(ChaosSession chaos) {
            chaos.arm(PlannedFault.of(Latency.of(Duration.ofSeconds(2)), TARGET).named("slow"));
        }

        @Test
        @AllowUnfired("slow")
        void otherName(ChaosSession chaos) {
            chaos.arm(PlannedFault.of(Latency.of(Duration.ofSeconds(2)), TARGET).named("fast"));
        }
    }

    @Test
    void permitsWhatIsAllowed() {
        EngineExecutionResults results = Kit.run(Allowed.class);

        results.testEvents().assertStatistics(counts -> counts.succeeded(3).failed(1));
        assertThat(Kit.message(results)).contains("StrictnessTest$Allowed#otherName(ChaosSession)");
    }

    @ChaosTest
    static class FailsByItself {
        private final Inventory inventory = Inventory.wrapped();

        @Test
        @InjectLatency(name = "slow", method = STOCK, delay = "1ms")
        @InjectFailure(name = "broken", target = Inventory.class, methodName = "reserve", exception = IOException.class)
        void ownFailure() throws IOException {
            assertEquals(8, inventory.stock("tea"));
        }

        @Test
        @InjectLatency(method = STOCK, delay = "1ms")
        void aborted() {
            Assumptions.abort("not here");
        }

        @Test
        void withoutFaults() {
            throw new IllegalStateException("own");
        }
    }

    @Test
    void neverHidesTheTestsOwnFailure() {
        Throwable failure = Kit.failure(Kit.run(FailsByItself.class, "ownFailure"));

        assertThat(failure).hasMessage("expected: <8> but was: <7>");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0]).hasToString("""
                        dev.chaos4j.junit.ChaosNote: This test ran with faults.
                          slow: fired once
                          broken: fired never
                        A fault had no effect, so StrictnessTest$FailsByItself#ownFailure() shows nothing about it.

                          broken
                            armed by    @InjectFailure on StrictnessTest$FailsByItself#ownFailure()
                            what        failure java.io.IOException at +dev.chaos4j.junit.Inventory#reserve, always
                            matched     dev.chaos4j.junit.Inventory#reserve(java.lang.String, int)
                            counted     0 seen, 0 eligible, 0 fired
                            because     nobody called it while it was armed
                            do          call it in the test method itself: the faults of annotations are armed after @BeforeEach and disarmed before @AfterEach
                        Seed 42; to repeat: mvn test -Dtest='StrictnessTest$FailsByItself#ownFailure' -Dchaos4j.seed=42""");
    }

    @Test
    void leavesAbortedTestsAndFailuresWithoutFaultsAlone() {
        Kit.run(FailsByItself.class, "aborted").testEvents().assertStatistics(counts -> counts.aborted(1)
                .failed(0));
        assertThat(Kit.failure(Kit.run(FailsByItself.class, "withoutFaults")))
                .hasMessage("own")
                .hasNoSuppressedExceptions();
    }

    @ChaosTest
    static class FailsAfterwards {
        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void passes() {
            assertThatIOException().isThrownBy(() -> Inventory.wrapped().stock("tea"));
        }

        @AfterEach
        void fails() {
            throw new IllegalStateException("from @AfterEach");
        }
    }

    @Test
    void addsTheSeedToFailuresOfLifecycleMethodsToo() {
        Throwable failure = Kit.failure(Kit.run(FailsAfterwards.class));

        assertThat(failure).hasMessage("from @AfterEach");
        assertThat(failure.getSuppressed()[0]).hasMessage("""
                        This test ran with faults.
                          failure at +dev.chaos4j.junit.Inventory#stock: fired once
                        Seed 42; to repeat: mvn test -Dtest='StrictnessTest$FailsAfterwards#passes' -Dchaos4j.seed=42""");
    }
}
