package dev.chaos4j.examples.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private long now;
    private final Traffic traffic = new Traffic(() -> now);

    @Test
    void measuresTheLastFiveSeconds() {
        traffic.record(Duration.ofMillis(900), true);
        now += Duration.ofSeconds(6).toNanos();
        for (int i = 0; i < 100; i++) {
            traffic.record(Duration.ofMillis(i), i < 25);
        }

        assertThat(traffic.status()).isEqualTo(new TrafficStatus(20, 0.25, 98, 0, 101));
    }

    @Test
    void isCalmFromTheStart() {
        assertThat(traffic.status()).isEqualTo(new TrafficStatus(0, 0, 0, 0, 0));
    }

    @Test
    void admitsNoMoreThanItMay() {
        assertThat(traffic.tryEnter(1)).isTrue();
        assertThat(traffic.tryEnter(1)).isFalse();
        traffic.leave();
        assertThat(traffic.tryEnter(1)).isTrue();
    }

    @Test
    void waitsForCalmNoLongerThanTheGrace() {
        traffic.tryEnter(1);

        assertThat(traffic.awaitCalm(Duration.ofMillis(50))).isFalse();

        var calm = CompletableFuture.supplyAsync(() -> traffic.awaitCalm(Duration.ofSeconds(10)));
        traffic.leave();
        assertThat(calm.join()).isTrue();
    }
}
