package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When and for which tests the faults of annotations are armed. */
class ArmingTest {

    private static final String STOCK = "dev.chaos4j.junit.Inventory#stock";

    private static void assertAllSucceed(Class<?> testClass, int tests) {
        assertThat(Kit.failures(Kit.run(testClass))).isEmpty();
        Kit.run(testClass).testEvents().assertStatistics(counts -> counts.succeeded(tests));
    }

    @ExtendWith(ChaosExtension.class)
    static class AroundTheTestMethod {
        private final Inventory inventory = Inventory.wrapped();

        @BeforeEach
        void healthyBefore() throws IOException {
            assertThat(inventory.stock("tea")).isEqualTo(7);
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void broken() {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }

        @Test
        void noFaultOfItsOwn() throws IOException {
            assertThat(inventory.stock("tea")).isEqualTo(7);
        }

        @AfterEach
        void healthyAfter() throws IOException {
            assertThat(inventory.stock("tea")).isEqualTo(7);
        }
    }

    @Test
    void faultsAreArmedAroundTheTestMethodOnly() {
        assertAllSucceed(AroundTheTestMethod.class, 2);
    }

    static class WithoutRegistration {
        private final Inventory inventory = Inventory.wrapped();

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void one() {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class, message = "first", first = 1)
        @InjectFailure(method = STOCK, exception = IOException.class, message = "second", after = 1)
        void several() {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea")).withMessage("first");
            assertThatIOException().isThrownBy(() -> inventory.stock("tea")).withMessage("second");
        }
    }

    @Test
    void anAnnotationWorksInAnyTestWithoutRegisteringTheExtension() {
        assertAllSucceed(WithoutRegistration.class, 2);
    }

    @InjectFailure(method = STOCK, exception = IOException.class)
    static class OnTheClass {
        final Inventory inventory = Inventory.wrapped();

        @Test
        void one() {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }

        @RepeatedTest(3)
        void repeated() {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"tea", "milk"})
        void parameterized(String product, ChaosSession chaos) {
            assertThatIOException().isThrownBy(() -> inventory.stock(product));
            assertThat(chaos.armedEver()).hasSize(1);
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of("tea", "milk")
                    .map(product -> dynamicTest(
                            product, () -> assertThatIOException().isThrownBy(() -> inventory.stock(product))));
        }

        @Nested
        class Inside {
            @Test
            void nested() {
                assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
            }

            @Test
            @InjectFailure(method = STOCK, exception = IllegalStateException.class)
            void nearer() {
                assertThatThrownBy(() -> inventory.stock("tea")).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    static class OnTheSuperclass extends OnTheClass {}

    @Test
    void aFaultOnTheClassIsArmedForEachOfItsTests() {
        assertAllSucceed(OnTheClass.class, 10);
        assertAllSucceed(OnTheSuperclass.class, 10);
    }

    @InjectFailure(method = STOCK, exception = IOException.class)
    interface Broken {}

    static class OnTheInterface implements Broken {
        @Test
        void inherits() {
            assertThatIOException().isThrownBy(() -> Inventory.wrapped().stock("tea"));
        }
    }

    @Test
    void aFaultOnAnInterfaceOfTheTestClassCountsToo() {
        assertAllSucceed(OnTheInterface.class, 1);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target({ElementType.METHOD, ElementType.TYPE})
    @InjectFailure(method = STOCK, exception = IOException.class, first = 1)
    @InjectFailure(method = STOCK, exception = IllegalStateException.class, after = 1)
    @interface BrokenInventory {}

    static class ByAnAnnotationOfTheUser {
        @Test
        @BrokenInventory
        void composed() {
            Inventory inventory = Inventory.wrapped();
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
            assertThatThrownBy(() -> inventory.stock("tea")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void annotationsOfTheUserCanCarryFaults() {
        assertAllSucceed(ByAnAnnotationOfTheUser.class, 1);
    }

    @ChaosTest
    @InjectFailure(name = "outer", method = STOCK, exception = IOException.class)
    static class Names {
        @Test
        @InjectLatency(target = Inventory.class, delay = "1ms", allowUnfired = true)
        @InjectFailure(name = "outer", method = STOCK, exception = IllegalStateException.class)
        @InjectLatency(target = Inventory.class, delay = "2ms", allowUnfired = true)
        void replacesAndNumbers(ChaosSession chaos) {
            assertThatThrownBy(() -> Inventory.wrapped().stock("tea")).isInstanceOf(IllegalStateException.class);
            assertThat(chaos.active())
                    .extracting(fault -> fault.plan().name())
                    .containsExactlyInAnyOrder(
                            "outer",
                            "latency at +dev.chaos4j.junit.Inventory#*",
                            "latency at +dev.chaos4j.junit.Inventory#* (2)");
        }
    }

    @Test
    void aNearerFaultReplacesAnotherOfItsNameAndGeneratedNamesAreNumbered() {
        assertAllSucceed(Names.class, 1);
    }

    @ChaosTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        private final Set<ChaosSession> sessions = ConcurrentHashMap.newKeySet();
        private final Inventory inventory = Inventory.wrapped();

        @BeforeEach
        void remember(ChaosSession chaos) {
            assertThat(sessions.add(chaos)).isTrue();
            assertThat(Chaos.current()).isSameAs(chaos);
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void broken() {
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }

        @RepeatedTest(2)
        void healthy() throws IOException {
            assertThat(inventory.stock("tea")).isEqualTo(7);
        }
    }

    @Test
    void testsThatShareAnInstanceStillHaveTheirOwnSessions() {
        assertAllSucceed(OneInstance.class, 3);
    }

    static class LeftArmed {
        private final Inventory inventory = Inventory.wrapped();

        @ChaosTest
        void armsInCode() {
            Chaos.arm(Failure.of(IOException.class), Target.method(Inventory.class, "stock"));
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }

        @AfterEach
        void healthyAfter() {
            try {
                assertThat(inventory.stock("tea")).isEqualTo(7);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatCodeLeavesArmedIsDisarmedWithTheTestMethod() {
        assertAllSucceed(LeftArmed.class, 1);
    }
}
