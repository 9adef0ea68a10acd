package dev.chaos4j.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

    @Test
    void readWhatIsRight() throws Exception {
        assertThat(new SeedConverter().convert("-7")).isEqualTo(-7);
        assertThat(new FactorConverter().convert("0.01")).isEqualTo(0.01);
        assertThat(new DurationConverter().convert("5m")).hasMinutes(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed     | abc  | 'abc' is not a whole number; write the seed that an earlier run has printed",
                "seed     | 1.5  | '1.5' is not a whole number; write the seed that an earlier run has printed",
                "factor   | 10 % | '10 %' is not a number; write for example 0.01",
                "factor   | -1   | '-1' is not above zero; write for example 0.01",
                "duration | 5    | '5'",
                "duration | 0s   | must be longer than zero",
            })
    void sayWhatElseToWrite(String kind, String text, String said) {
        ITypeConverter<?> converter =
                switch (kind) {
                    case "seed" -> new SeedConverter();
                    case "factor" -> new FactorConverter();
                    default -> new DurationConverter();
                };
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(said);
    }
}
