package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.chaos4j.junit.ChaosTest;
import dev.chaos4j.junit.InjectFailure;
import dev.chaos4j.junit.InjectLatency;
import dev.chaos4j.session.ActiveFault;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults by annotation in classes that nobody prepared. */
@ChaosTest
@Timeout(60)
class WovenTest {

    private static final String STOCK = "dev.chaos4j.woven.Shop$Inventory#stock";

    private final Shop shop = new Shop();

    @BeforeEach
    @AfterEach
    void healthy() throws IOException {
        assertThat(shop.stock("tea")).isEqualTo(3);
    }

    @Test
    @InjectFailure(method = STOCK, exception = IOException.class)
    void reachesAFinalClassBehindAnother(ActiveFault fault) {
        assertThatIOException().isThrownBy(() -> shop.stock("tea"));
        assertThat(fault.status().weave().methods())
                .containsExactly("dev.chaos4j.woven.Shop$Inventory#stock(java.lang.String)");
    }

    @Test
    @InjectFailure(target = Shop.Inventory.class, methodName = "locked", exception = IllegalStateException.class)
    void reachesAPrivateMethod() {
        assertThatThrownBy(() -> shop.stock("tea")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @InjectFailure(target = Shop.Prices.class, methodName = "price", exception = IllegalStateException.class)
    void reachesAStaticMethod() {
        assertThatThrownBy(() -> Shop.Prices.price("tea")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @InjectFailure(method = "dev.chaos4j.woven.Shop$Prices#<init>", exception = IllegalStateException.class)
    void reachesAConstructor() {
        assertThatThrownBy(Shop.Prices::create).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @InjectFailure(method = "+java.util.function.IntSupplier#getAsInt", exception = IllegalStateException.class)
    void reachesALambdaMadeAfterArming() {
        int base = Shop.Prices.price("t");
        IntSupplier lambda = () -> base + 3;
        assertThatThrownBy(lambda::getAsInt).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @InjectFailure(method = STOCK, exception = IOException.class)
    void followsWorkIntoExecutors() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Callable<Integer> work = () -> shop.stock("tea");
            assertThatThrownBy(() -> pool.submit(work).get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class);
        } finally {
            pool.shutdown();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @InjectFailure(method = STOCK, exception = IOException.class)
    void followsWorkIntoTheCommonPool() {
        CompletableFuture<Integer> stock = CompletableFuture.supplyAsync(() -> {
            try {
                return shop.stock("tea");
            } catch (IOException expected) {
                return -1;
            }
        });
        assertThat(stock).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(-1);
    }

    @Test
    @InjectFailure(method = STOCK, exception = IOException.class)
    void followsAPreemptiveTimeout() {
        assertThatIOException()
                .isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(30), () -> shop.stock("tea")));
    }

    @Test
    @InjectLatency(method = STOCK, delay = "100ms")
    void slowsDown(ActiveFault fault) throws IOException {
        long before = System.nanoTime();
        assertThat(shop.stock("tea")).isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(fault.fired()).isEqualTo(1);
    }
}
