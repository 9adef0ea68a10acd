package dev.chaos4j.examples.storefront.hardened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.examples.storefront.settings.Limits;
import dev.chaos4j.examples.storefront.shop.Order;
import dev.chaos4j.examples.storefront.shop.OrdersRefused;
import dev.chaos4j.examples.storefront.shop.Receipt.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

@Timeout(60)
class QueuedOrdersTest {
    /** An attempt has so much time that a busy machine is not taken for an S3 that does not answer. */
    private static final Limits LIMITS = Limits.of(Map.of(
            "attempt.timeout", "20s",
            "write.attempts", "2",
            "backoff", "0.005s",
            "breaker.minimum", "4",
            "breaker.pause", "0.1s",
            "most.orders.waiting", "3",
            "drain.pause", "0.02s"));

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final Patterns patterns = new Patterns(LIMITS);
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private volatile Consumer<Order> s3 = order -> stored.add(order.id());
    private QueuedOrders orders;

    @BeforeEach
    void open() {
        orders = reopened();
    }

    @AfterEach
    void close() {
        orders.close();
        patterns.close();
    }

    @Test
    void storesAtOnceOnAGoodDay() {
        assertThat(place("a")).isEqualTo(State.STORED);

        assertThat(stored).containsExactly("a");
        assertThat(orders.waiting()).isZero();
    }

    @Test
    void queuesWhileWritingFailsAndDrainsOnceInOrder() {
        s3 = QueuedOrdersTest::refuse;
        assertThat(place("a")).isEqualTo(State.QUEUED);
        assertThat(place("b")).isEqualTo(State.QUEUED);
        assertThat(place("c")).isEqualTo(State.QUEUED);

        s3 = order -> stored.add(order.id());

        await().atMost(SOON).until(() -> orders.waiting() == 0);

        assertThat(stored).containsExactly("a", "b", "c");
    }

    @Test
    void refusesMoreThanItsBoundInsteadOfPromising() {
        s3 = QueuedOrdersTest::refuse;
        place("a");
        place("b");
        place("c");

        assertThatThrownBy(() -> place("d")).isInstanceOf(OrdersRefused.class);
    }

    @Test
    void queuesRatherThanLosesWhenCredentialsAreWrong() {
        s3 = order -> {
            throw S3Exception.builder().statusCode(403).message("Forbidden").build();
        };

        assertThat(place("a")).isEqualTo(State.QUEUED);
    }

    @Test
    void storesUnderTheSameIdWhenOnlyTheAnswerWasLost() {
        s3 = order -> {
            stored.add(order.id());
            if (stored.size() == 1) {
                throw SdkClientException.create("lost", new IOException("reset"));
            }
        };

        assertThat(place("a")).isEqualTo(State.STORED);

        assertThat(stored).containsExactly("a", "a");
    }

    @Test
    void drainsWhatAnEarlierProcessLeft() {
        s3 = QueuedOrdersTest::refuse;
        place("a");
        orders.close();

        s3 = order -> stored.add(order.id());
        orders = reopened();

        await().atMost(SOON).until(() -> orders.waiting() == 0);
        assertThat(stored).containsExactly("a");
    }

    @Test
    void keepsDrainingAfterABug() {
        s3 = QueuedOrdersTest::refuse;
        place("a");
        s3 = order -> {
            s3 = next -> stored.add(next.id());
            throw new UncheckedIOException(new IOException("not what S3 throws"));
        };

        await().atMost(SOON).until(() -> orders.waiting() == 0);
        assertThat(stored).containsExactly("a");
    }

    private QueuedOrders reopened() {
        return new QueuedOrders(
                patterns.guard("writes", LIMITS.writeAttempts()),
                order -> s3.accept(order),
                new OrderQueue(directory, LIMITS.mostOrdersWaiting()),
                LIMITS.drainPause());
    }

    private State place(String id) {
        return orders.place(new Order(id, id, "7", 1, "2017-02-28T17:37:00Z")).state();
    }

    private static void refuse(Order order) {
        throw S3Exception.builder()
                .statusCode(503)
                .message("Slow down, " + order.id())
                .build();
    }
}
