package dev.chaos4j.examples.storefront.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chaos4j.examples.storefront.load.Visit.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadGeneratorTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/product/1", 200);
        answer("/product/2", 500);
        answer("/product/3", 503);
        server.createContext("/product/4", this::stall);
        answer("/order", 202);
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void keepsItsRateAndRecordsEachOutcome() {
        LoadReport report = run(new LoadPlan(uri(), 60, 0, 3, 10, Duration.ofSeconds(2)), 60);

        assertThat(report.outcomes()).containsOnlyKeys(Outcome.SERVED, Outcome.FAILED, Outcome.REFUSED);
        Duration last = report.visits().stream()
                .map(Visit::start)
                .max(Duration::compareTo)
                .orElseThrow();
        double perSecond = report.visits().size() / (last.toMillis() / 1_000.0);
        assertThat(perSecond).isBetween(50.0, 72.0);
        assertThat(report.errorShare()).isBetween(0.5, 0.8);
    }

    @Test
    void losesPatienceAndSendsNothingMoreWhenEverybodyWaits() {
        LoadPlan plan = new LoadPlan(uri().resolve("/"), 50, 0, 4, 1, Duration.ofMillis(300));
        LoadReport report = run(plan, 40);

        assertThat(report.outcomes()).containsKeys(Outcome.TIMED_OUT, Outcome.NOT_SENT);
    }

    @Test
    void remembersEveryReceipt() {
        try (LoadGenerator load = LoadGenerator.start(LoadPlan.steady(uri()).at(0, 50))) {
            await().until(() -> load.promises().size() >= 10);
            load.close();

            assertThat(load.promises()).doesNotHaveDuplicates().allMatch(Promise::queued);
            assertThat(load.promises())
                    .hasSameSizeAs(load.report().of(Kind.ORDER).visits());
        }
    }

    @Test
    void refusesAPlanThatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadPlan.steady(uri()).at(-1, 0))
                .withMessage("Rates must be 0 or more, but are -1.0 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoadPlan(uri(), 1, 1, 0, 1, Duration.ofSeconds(1)))
                .withMessageStartingWith("At least one product");
    }

    private LoadReport run(LoadPlan plan, int visits) {
        try (LoadGenerator load = LoadGenerator.start(plan)) {
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> load.report().visits().size() >= visits);
            load.close();
            return load.report();
        }
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    private void stall(HttpExchange exchange) {
        try (exchange) {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
