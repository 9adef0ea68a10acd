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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadGeneratorTest {

    /** After a pause of the machine all visits that were missed come at once. */
    private static final int PLENTY_OF_THREADS = 1_000;

    private static final Duration PLENTY_OF_PATIENCE = Duration.ofSeconds(30);

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
        int rate = 60;
        LoadPlan plan = new LoadPlan(uri(), rate, 0, 3, PLENTY_OF_THREADS, PLENTY_OF_PATIENCE);

        LoadReport report = run(plan, load -> {
            int visits = load.report().visits().size();
            // it begins late on a busy machine, but catches up
            return visits >= rate && visits / seconds(load.elapsed()) > 0.85 * rate;
        });

        List<Duration> starts =
                report.visits().stream().map(Visit::start).sorted().toList();
        for (int earlier = 0; earlier < starts.size(); earlier++) {
            assertThat(seconds(starts.get(earlier)))
                    .as("start of the visit after %d others", earlier)
                    .isGreaterThan((earlier - 1) / (double) rate);
        }
        assertThat(report.outcomes()).containsOnlyKeys(Outcome.SERVED, Outcome.FAILED, Outcome.REFUSED);
        assertThat(report.errorShare()).isBetween(0.5, 0.8);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Test
    void losesPatienceAndSendsNothingMoreWhenEverybodyWaits() {
        LoadPlan plan = new LoadPlan(uri().resolve("/"), 50, 0, 4, 1, Duration.ofMillis(300));

        LoadReport report = run(
                plan,
                load -> load.report().outcomes().keySet().containsAll(List.of(Outcome.TIMED_OUT, Outcome.NOT_SENT)));

        assertThat(report.outcomes()).containsKeys(Outcome.TIMED_OUT, Outcome.NOT_SENT);
    }

    @Test
    void remembersEveryReceipt() {
        LoadPlan plan = new LoadPlan(uri(), 0, 50, 20, PLENTY_OF_THREADS, PLENTY_OF_PATIENCE);
        try (LoadGenerator load = LoadGenerator.start(plan)) {
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

    private LoadReport run(LoadPlan plan, Predicate<LoadGenerator> seenEnough) {
        try (LoadGenerator load = LoadGenerator.start(plan)) {
            await().atMost(Duration.ofSeconds(45)).until(() -> seenEnough.test(load));
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
