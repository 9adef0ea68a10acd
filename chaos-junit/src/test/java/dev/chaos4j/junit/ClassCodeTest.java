package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Code of a class that belongs to none of its tests reaches none of them, and no other class. */
class ClassCodeTest {

    private static final Inventory INVENTORY = Inventory.wrapped();

    private static ActiveFault arm() {
        return Chaos.arm(Failure.of(IOException.class), Target.method("dev.chaos4j.junit.Inventory#stock"));
    }

    private static void assertRefused(Class<?> testClass, String code) throws IOException {
        String message = Kit.message(Kit.run(testClass));

        assertThat(message)
                .startsWith(code + " runs for the class and for none of its tests, but has left 'failure at ")
                .contains("by an annotation at the class");
        assertThat(INVENTORY.stock("tea")).isEqualTo(7);
    }

    @ChaosTest
    static class ArmsBeforeAll {
        @BeforeAll
        static void all() {
            arm();
        }

        @Test
        void test() {}
    }

    @Test
    void beforeAllMustNotLeaveAFaultArmed() throws IOException {
        assertRefused(ArmsBeforeAll.class, "ClassCodeTest$ArmsBeforeAll#all()");
    }

    @ChaosTest
    static class ArmsAfterAll {
        @Test
        void test() {}

        @AfterAll
        static void all() {
            arm();
        }
    }

    @Test
    void afterAllMustNotLeaveAFaultArmed() throws IOException {
        assertRefused(ArmsAfterAll.class, "ClassCodeTest$ArmsAfterAll#all()");
    }

    @ChaosTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ArmsInConstructor {
        ArmsInConstructor() {
            arm();
        }

        @Test
        void test() {}
    }

    @Test
    void aConstructorOfASharedInstanceMustNotLeaveAFaultArmed() throws IOException {
        assertRefused(ArmsInConstructor.class, "the constructor of ClassCodeTest$ArmsInConstructor");
    }

    @ChaosTest
    static class UsesAFaultBeforeAll {
        @BeforeAll
        static void all() {
            try (ActiveFault fault = arm()) {
                assertThatIOException().isThrownBy(() -> INVENTORY.stock("tea"));
                assertThat(fault.fired()).isEqualTo(1);
            }
        }

        @Test
        void test() throws IOException {
            assertThat(INVENTORY.stock("tea")).isEqualTo(7);
        }
    }

    @Test
    void beforeAllMayUseAFaultOfItsOwn() {
        Kit.run(UsesAFaultBeforeAll.class).testEvents().assertStatistics(counts -> counts.succeeded(1));
    }
}
