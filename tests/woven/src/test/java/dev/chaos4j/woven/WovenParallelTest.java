package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.junit.InjectLatency;
import dev.chaos4j.session.ActiveFault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that run at the same time with contradicting faults in the same woven class never see each other's. */
@Timeout(120)
class WovenParallelTest {

    private static final String STOCK = "dev.chaos4j.woven.Shop$Inventory#stock";
    private static final Shop SHARED = new Shop();
    private static final Exchanger<String> MEETING = new Exchanger<>();
    private static final AtomicInteger MET = new AtomicInteger();

    @Execution(ExecutionMode.CONCURRENT)
    static class Contradicting {

        @RepeatedTest(200)
        @InjectFailure(method = STOCK, exception = IOException.class)
        void broken(ActiveFault fault) {
            together(() -> assertThatIOException().isThrownBy(() -> SHARED.stock("tea")));
            assertThat(fault.fired()).isEqualTo(10);
        }

        @RepeatedTest(200)
        @InjectFailure(method = STOCK, exception = IllegalStateException.class)
        void brokenOtherwiseInThePool(ActiveFault fault) {
            together(() -> assertThat(CompletableFuture.supplyAsync(WovenParallelTest::stock))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withRootCauseExactlyInstanceOf(IllegalStateException.class)
                    .havingRootCause()
                    .withMessage("injected by Chaos4j"));
            assertThat(fault.fired()).isEqualTo(10);
        }

        @RepeatedTest(200)
        @InjectLatency(method = STOCK, delay = "1ms")
        void slow(ActiveFault fault) {
            together(() -> assertThat(stock()).isEqualTo(3));
            assertThat(fault.fired()).isEqualTo(10);
        }

        @RepeatedTest(200)
        void healthyWithoutChaos() {
            together(() -> assertThat(stock()).isEqualTo(3));
        }
    }

    private static int stock() {
        try {
            return SHARED.stock("tea");
        } catch (IOException e) {
            throw new UnsupportedOperationException(e);
        }
    }

    private static void together(Runnable call) {
        try {
            MEETING.exchange("here", 2_000, TimeUnit.MILLISECONDS);
            MET.incrementAndGet();
        } catch (TimeoutException nobodyCame) {
            // then this one runs alone
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (int i = 0; i < 10; i++) {
            call.run();
        }
    }

    @Test
    void underJUnitsParallelExecution() {
        var results = Kit.inParallel(Contradicting.class, 8);

        assertThat(Kit.failures(results)).isEmpty();
        results.testEvents().assertStatistics(counts -> counts.succeeded(800));
        assertThat(MET.get()).as("tests that met another one").isGreaterThan(200);
        assertThat(stock()).as("afterwards").isEqualTo(3);
    }
}
