package dev.chaos4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void delaysAddUpAndEndAtTheLongestTimeThereIs() {
        long longest = Durations.nanos(Duration.ofDays(100_000));

        Decision decision = new Decision.Builder()
                .delay(longest, false)
                .delay(longest, true)
                .build();

        assertThat(decision.delayNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(decision.waits()).isTrue();
    }
}
