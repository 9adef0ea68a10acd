package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Contextual;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** All code of a test works for the test, on whichever thread JUnit runs it. */
class ContextTest {

    private static final String STOCK = "dev.chaos4j.junit.Inventory#stock";

    private static void assertAllSucceed(Class<?> testClass, int tests) {
        var results = Kit.run(testClass);
        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(counts -> counts.succeeded(tests));
        assertThat(ChaosContext.current()).isNull();
    }

    @ChaosTest
    static class Everywhere {
        private final ChaosSession inConstructor = Chaos.current();
        private final ChaosSession asParameter;

        Everywhere(ChaosSession asParameter) {
            this.asParameter = asParameter;
            assertThat(asParameter).isSameAs(inConstructor);
        }

        @BeforeEach
        void before(ChaosSession chaos) {
            assertThat(chaos).isSameAs(inConstructor).isSameAs(Chaos.current());
        }

        @Test
        void method() {
            assertThat(asParameter).isSameAs(Chaos.current());
        }

        @AfterEach
        void after() {
            assertThat(asParameter).isSameAs(Chaos.current());
        }

        @Nested
        class Inside {
            private final ChaosSession inside = Chaos.current();

            @Test
            void nested(ChaosSession chaos) {
                assertThat(chaos).isSameAs(inside).isSameAs(asParameter);
            }
        }
    }

    @Test
    void constructorAndLifecycleMethodsShareTheSessionOfTheirTest() {
        assertAllSucceed(Everywhere.class, 2);
    }

    @ChaosTest
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    static class OnAnotherThread {
        private final Inventory inventory = Inventory.wrapped();
        private final Thread constructing = Thread.currentThread();

        @BeforeEach
        void before(ChaosSession chaos) {
            assertThat(Chaos.current()).isSameAs(chaos);
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void method() {
            assertThat(Thread.currentThread()).isNotSameAs(constructing);
            assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        }
    }

    @Test
    void timeoutsInASeparateThreadKeepTheContext() {
        assertAllSucceed(OnAnotherThread.class, 1);
    }

    static class Preemptively {
        private final Inventory inventory = Inventory.wrapped();

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void wrapped() {
            Callable<Integer> call = Contextual.wrap(() -> inventory.stock("tea"));
            assertThatIOException().isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(30), call::call));
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class, allowUnfired = true)
        void notWrapped() {
            int stock = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> inventory.stock("tea"));
            assertThat(stock).isEqualTo(7);
        }

        @Test
        @InjectFailure(method = STOCK, exception = IOException.class)
        void handedOver() {
            CompletableFuture<Integer> stock = CompletableFuture.supplyAsync(Contextual.supplier(() -> {
                try {
                    return inventory.stock("tea");
                } catch (IOException expected) {
                    return -1;
                }
            }));
            assertThat(stock).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(-1);
        }
    }

    @Test
    void aTestHandsItsContextOverByWrappingWhatRunsElsewhere() {
        assertAllSucceed(Preemptively.class, 3);
    }

    @InjectFailure(method = STOCK, exception = IOException.class)
    static class DynamicTests {
        private final Inventory inventory = Inventory.wrapped();

        @TestFactory
        @Execution(ExecutionMode.CONCURRENT)
        Stream<DynamicTest> factory() {
            return IntStream.range(0, 20)
                    .mapToObj(i -> dynamicTest(
                            "dynamic " + i, () -> assertThatIOException().isThrownBy(() -> inventory.stock("tea"))));
        }
    }

    @Test
    void dynamicTestsOnOtherThreadsHaveTheContextOfTheirFactory() {
        var results = Kit.jupiter(DiscoverySelectors.selectClass(DynamicTests.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();

        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(counts -> counts.succeeded(20));
    }

    static class Neighbour implements BeforeEachCallback, AfterEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            Chaos.arm(Failure.of(IOException.class), Target.method(Inventory.class, "stock"));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            assertThat(Objects.requireNonNull(ChaosContext.current()).testId()).contains("ContextTest$WithNeighbour");
        }
    }

    @ChaosTest
    @ExtendWith(Neighbour.class)
    static class WithNeighbour {
        @Test
        void method() {
            assertThatIOException().isThrownBy(() -> Inventory.wrapped().stock("tea"));
        }
    }

    @Test
    void extensionsThatAreRegisteredLaterWorkForTheTestToo() {
        assertAllSucceed(WithNeighbour.class, 1);
    }
}
