package dev.chaos4j.examples.storefront.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void playsTheOutageOf2017InFortySecondsUnlessToldOtherwise() {
        Options options = Options.of();

        assertThat(options.scenario()).isEqualTo("s3-2017-wrong-input");
        assertThat(options.times().outage()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void takesScenarioAndLengthInAnyOrder() {
        Options expected = new Options("bad-config-rollout", Times.ofOutage(12));

        assertThat(Options.of("bad-config-rollout", "--outage", "12")).isEqualTo(expected);
        assertThat(Options.of("--outage", "12", "bad-config-rollout")).isEqualTo(expected);
    }

    @Test
    void leasesForLongerThanAllStagesLast() {
        Times times = Times.ofOutage(40);

        assertThat(times.lease()).isEqualTo("135s");
        assertThat(Plan.of("s3-2017-wrong-input", times).duration())
                .isBetween(
                        Duration.ofSeconds(75).minusMillis(1),
                        Duration.ofSeconds(75).plusMillis(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --fast        | There is no option '--fast'; there is --outage SECONDS.
            one two       | One scenario at a time, not 'one' and 'two'.
            --outage      | --outage takes a number of seconds, such as 40, not nothing.
            --outage soon | --outage takes a number of seconds, such as 40, not soon.
            --outage 7    | The outage may last from 8 to 3600 seconds, not 7.
            """)
    void saysWhatIsWrongAndWhatIsAllowed(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(arguments.split(" ")))
                .withMessage(message);
    }
}
