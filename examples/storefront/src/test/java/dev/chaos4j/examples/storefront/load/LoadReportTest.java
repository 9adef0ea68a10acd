package dev.chaos4j.examples.storefront.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.examples.storefront.load.Visit.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private final LoadReport report = new LoadReport(IntStream.rangeClosed(1, 200)
            .mapToObj(i -> new Visit(
                    i % 2 == 0 ? Kind.PAGE : Kind.ORDER,
                    i <= 50 ? Outcome.FAILED : Outcome.SERVED,
                    Duration.ofSeconds(i),
                    Duration.ofMillis(i)))
            .toList());

    @Test
    void countsOutcomes() {
        assertThat(report.outcomes()).containsEntry(Outcome.FAILED, 50).containsEntry(Outcome.SERVED, 150);
        assertThat(report.errorShare()).isEqualTo(0.25);
    }

    @Test
    void looksAtAStretchOfTimeAndAKind() {
        LoadReport stretch = report.between(Duration.ofSeconds(50), Duration.ofSeconds(52));

        assertThat(stretch.visits())
                .extracting(Visit::start)
                .containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(51));
        assertThat(stretch.of(Kind.PAGE).errorShare()).isEqualTo(1.0);
    }

    @Test
    void ranksDurations() {
        assertThat(report.percentile(0.99)).isEqualTo(Duration.ofMillis(198));
        assertThat(report.percentile(0.5)).isEqualTo(Duration.ofMillis(100));
        assertThat(report.percentile(1.0)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void saysZeroForNothing() {
        LoadReport nothing = new LoadReport(List.of());

        assertThat(nothing.errorShare()).isZero();
        assertThat(nothing.percentile(0.99)).isEqualTo(Duration.ZERO);
    }
}
