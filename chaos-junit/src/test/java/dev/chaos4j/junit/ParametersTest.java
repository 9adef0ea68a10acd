package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.chaos4j.Chaos;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class ParametersTest {

    private static final String STOCK = "dev.chaos4j.junit.Inventory#stock";

    @ChaosTest
    static class Given {
        private final Inventory inventory = Inventory.wrapped();

        @Test
        @InjectLatency(name = "slow", method = STOCK, delay = "1ms")
        @InjectFailure(name = "broken", method = STOCK, exception = IOException.class)
        void all(
                ChaosSession chaos,
                ActiveFault first,
                @FaultName("slow") ActiveFault named,
                ActiveFault second,
                Journal journal) {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));

            assertThat(first).isSameAs(named);
            assertThat(first.fired()).isEqualTo(1);
            assertThat(second.plan().name()).isEqualTo("broken");
            assertThat(journal).isSameAs(chaos.journal());
            assertThat(journal.entries()).hasAtLeastOneElementOfType(Entry.Injected.class);
        }

        @AfterEach
        void stillKnown(ChaosSession chaos) {
            assertThat(chaos.armedEver()).hasSize(2);
        }
    }

    @Test
    void testsTakeTheirSessionFaultsAndJournal() {
        assertThat(Kit.failures(Kit.run(Given.class))).isEmpty();
    }

    @ChaosTest
    static class Refused {
        @Test
        void chaos(Chaos chaos) {}

        @Test
        void none(ActiveFault fault) {}

        @Test
        @InjectLatency(name = "slow", method = STOCK, delay = "1ms")
        void tooMany(ActiveFault one, ActiveFault two) {}

        @Test
        @InjectLatency(name = "slow", method = STOCK, delay = "1ms")
        void wrongName(@FaultName("slwo") ActiveFault one) {}

        @Test
        void noScenario(ScenarioRun run) {}
    }

    private static String refusal(String method) {
        return Kit.message(Kit.run(Refused.class, method));
    }

    @Test
    void saysWhatToTakeInsteadOfChaos() {
        assertThat(refusal("chaos"))
                .isEqualTo("Chaos has only static methods and cannot be a parameter; take ChaosSession, the session of"
                        + " this test, or call Chaos.arm(...), which goes to it");
    }

    @Test
    void saysWhichFaultsThereAre() {
        assertThat(refusal("none"))
                .isEqualTo(
                        "No fault for ActiveFault parameter number 1 of none: the annotations of this test have armed"
                                + " no fault yet; they do so after @BeforeEach, and what code arms is the value that arm(...)"
                                + " returns");
        assertThat(refusal("tooMany"))
                .isEqualTo("No fault for ActiveFault parameter number 2 of tooMany: there is 'slow'");
        assertThat(refusal("wrongName")).isEqualTo("No fault for @FaultName(\"slwo\") of wrongName: there is 'slow'");
        assertThat(refusal("noScenario"))
                .startsWith("No scenario for ScenarioRun parameter number 1 of noScenario: the annotations");
    }

    @ChaosTest
    static class BeforeAllTests {
        @BeforeAll
        static void once(ChaosSession chaos) {}

        @Test
        void test() {}
    }

    @ChaosTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharedInstance {
        SharedInstance(ChaosSession chaos) {}

        @Test
        void test() {}
    }

    @ChaosTest
    static class TooEarly {
        @BeforeEach
        void before(ActiveFault fault) {}

        @Test
        @InjectLatency(method = STOCK, delay = "1ms")
        void test() {}
    }

    @Test
    void saysWhereAParameterBelongsToNoSingleTest() {
        assertThat(Kit.message(Kit.run(BeforeAllTests.class)))
                .isEqualTo("ChaosSession belongs to one test, but once runs for all tests of its class; take it in a"
                        + " test method, in @BeforeEach or in @AfterEach");
        assertThat(Kit.message(Kit.run(SharedInstance.class)))
                .startsWith("ChaosSession belongs to one test, but dev.chaos4j.junit.ParametersTest$SharedInstance runs"
                        + " for all tests of its class");
        assertThat(Kit.message(Kit.run(TooEarly.class)))
                .startsWith("No fault for ActiveFault parameter number 1 of before: the annotations of this test have"
                        + " armed no fault yet; they do so after @BeforeEach");
    }
}
