package dev.chaos4j.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final List<String> VALID = List.of("latency", "failure", "hang", "for", "connection-refused");

    @ParameterizedTest
    @CsvSource({
        "latncy, latency",
        "LATENCY, latency",
        "failur, failure",
        "hnag, hang",
        "form, for",
        "conection-refusd, connection-refused",
    })
    void findsTheWordThatWasMeant(String typed, String meant) {
        assertThat(Words.nearest(typed, VALID)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"jitter", "duration", "x-defaults"})
    void findsNothingWhereNothingIsNear(String typed) {
        assertThat(Words.nearest(typed, VALID)).isEmpty();
    }

    @Test
    void takesTheNearestAndThenTheFirstByName() {
        assertThat(Words.nearest("b", List.of("bb", "ba", "b"))).contains("b");
        assertThat(Words.nearest("x", List.of("bx", "ax"))).contains("ax");
        assertThat(Words.nearest("x", List.of())).isEmpty();
    }
}
