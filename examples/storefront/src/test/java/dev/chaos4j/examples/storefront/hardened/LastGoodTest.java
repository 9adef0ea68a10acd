package dev.chaos4j.examples.storefront.hardened;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.examples.storefront.shop.Part;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastGoodTest {
    private Instant now = Instant.parse("2017-02-28T17:37:00Z");
    private final LastGood<String> lastGood = new LastGood<>(() -> now, Duration.ofMinutes(10));

    @Test
    void showsTheLastValueWithItsAge() {
        lastGood.keep("7", "old");
        lastGood.keep("7", "new");
        now = now.plusSeconds(90);

        assertThat(lastGood.find("7")).isEqualTo(Part.stale("new", Duration.ofSeconds(90)));
    }

    @Test
    void showsNothingThatIsTooOld() {
        lastGood.keep("7", "value");
        now = now.plus(Duration.ofMinutes(10)).plusMillis(1);

        assertThat(lastGood.find("7")).isEqualTo(Part.missing());
    }

    @Test
    void showsNothingItNeverSaw() {
        assertThat(lastGood.find("7")).isEqualTo(Part.missing());
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        for (int i = 0; i <= 1_000; i++) {
            lastGood.keep("key" + i, "value");
        }

        assertThat(lastGood.find("key0")).isEqualTo(Part.missing());
        assertThat(lastGood.find("key1").value()).isEqualTo("value");
    }
}
