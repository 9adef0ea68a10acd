package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are made to cost time, memory or stack. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {

    private static final int NEARLY_TOO_LONG = 250_000;

    @Test
    void refusesABillionLaughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            String item = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, item))));
        }

        assertRefused(text.toString(), "The text is too large here, with its aliases followed");
    }

    @Test
    void refusesABillionLaughsInAMerge() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d {<<: [*a%d, *a%d], y%d: 1}\n".formatted(i, i, i - 1, i - 1, i));
        }

        assertRefused(text.toString(), "The text is too large here, with its aliases followed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "[{a: "})
    void refusesDeepNesting(String opening) {
        assertRefused(opening.repeat(50_000 / opening.length()), "The nesting is too deep here");
    }

    @Test
    void refusesDeepNestingInKeys() {
        assertRefused("? ".repeat(50_000), "A key must be a text");
    }

    @Test
    void refusesDeepSequencesOfFaults() {
        String deep = "{latency: 1s, then: ".repeat(60) + "{latency: 1s}" + "}".repeat(60);

        assertRefused(Texts.ofFault("target: a.B#c\n<<: " + deep), "The nesting is too deep here");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertRefused("#".repeat(300_000), "The text is too long");
        assertThatThrownBy(() -> ScenarioFile.read(new ByteArrayInputStream(new byte[300_000]), "long.yaml"))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining("The file is longer than 262144 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\"",
                "'",
                "&",
                "*",
                "!",
                "%",
                "|",
                ">",
                "#",
                "@",
                ":",
                "? ",
                ": ",
                "\n",
                " ",
                "\t",
                "a: ",
                "a:\n",
                "- a\n",
                "a: b\n",
                "[a, ",
                "\\",
                "\uD83D\uDE00",
                "{a: b}, ",
                "'',",
                "a b ",
                "!!a ",
                "&a ",
                "...\n"
            })
    void refusesLongRepetitions(String unit) {
        String text = unit.repeat(NEARLY_TOO_LONG / unit.length());

        assertRefused(text, "");
        assertRefused("chaos4j: 1\nname: \"" + text, "");
        assertRefused("chaos4j: 1\nname: " + text, "");
        assertRefused("chaos4j: 1\nstages: [" + text, "");
        assertRefused("chaos4j: 1\nname: |\n  " + text, "");
    }

    static Stream<Arguments> placesOfTexts() {
        List<String> places = List.of(
                "target: \"%s\"\nlatency: 1s",
                "target: \"a.B#%s\"\nlatency: 1s",
                "target: \"a.B#c(%s)\"\nlatency: 1s",
                "target: {http: {host: \"%s\"}}\nlatency: 1s",
                "target: {http: {path: \"/%s\"}}\nlatency: 1s",
                "target: {http: {method: \"%s\"}}\nlatency: 1s",
                "target: {http: {headers: {\"%s\": a}}}\nlatency: 1s",
                "target: {aws: {service: s3, key: \"%s\"}}\nlatency: 1s",
                "target: {aws: {service: \"%s\", bucket: a}}\nlatency: 1s",
                "target: a.B#c\nlatency: \"1%s\"",
                "target: a.B#c\nfailure: \"a.%s\"",
                "target: a.B#c\nfailure: {type: \"%s\"}",
                "target: a.B#c\nreply: {status: 200, headers: {\"%s\": \"%1$s\"}}",
                "target: a.B#c\nreply: {status: 200, body-base64: \"%s\"}",
                "target: a.B#c\nreply: {value: %s}",
                "target: a.B#c\nreply: {status: 200, code: \"%s\", body: \"%1$s\"}",
                "target: a.B#c\nmisconfiguration: {wrong-host: \"%s\"}",
                "target: a.B#c\nthrottling: {permits: %s, per: 1s}",
                "target: a.B#c\nlatency: 1s\ntrigger: {rate: %s}",
                "target: a.B#c\nlatency: 1s\nscope: {test: \"%s\"}");
        List<String> units = List.of("a", "a.", "{a,b}", "*", "?", "a*", "a, ", "1", "1.", "1m ", "[]", "\u00e9", "$");
        return places.stream().flatMap(place -> units.stream().map(unit -> Arguments.of(place, unit)));
    }

    @ParameterizedTest
    @MethodSource("placesOfTexts")
    void takesOrRefusesLongTexts(String place, String unit) {
        String text = Texts.ofFault(place.formatted(unit.repeat(40_000 / unit.length())));

        Throwable refusal = catchThrowable(() -> ScenarioFile.parse(text, "long.yaml"));

        if (refusal != null) {
            assertThat(refusal).isInstanceOf(ScenarioFileException.class);
            assertThat(refusal.getMessage()).hasSizeLessThan(2_000);
        }
    }

    @Test
    void namesAreComparedOnlyWhileThatIsCheap() {
        String faults = IntStream.range(0, 1_500)
                .mapToObj(i -> "  name%05d: &f {target: a.B#c, latency: 1s}\n".formatted(i))
                .collect(Collectors.joining());
        String uses = IntStream.range(0, 2_000).mapToObj("nome%05d"::formatted).collect(Collectors.joining(", "));

        assertRefused(
                "chaos4j: 1\nname: n\nfaults:\n" + faults + "stages:\n  - {name: s, for: 1s, faults: [" + uses + "]}\n",
                "There is no fault named 'nome00000'");
    }

    @Test
    void readsTheLongestScenarioThatIsAllowed() {
        String stages = IntStream.range(0, 1_500)
                .mapToObj(i -> "  - {name: s%d, for: 1s, faults: [{target: a.B#c, latency: 1s}]}\n".formatted(i))
                .collect(Collectors.joining());

        Scenario scenario = ScenarioFile.parse("chaos4j: 1\nname: long\nstages:\n" + stages, "long.yaml");

        assertThat(scenario.stages()).hasSize(1_500);
    }

    private static void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> ScenarioFile.parse(text, "costly.yaml"))
                .isInstanceOf(ScenarioFileException.class)
                .hasMessageContaining(problem)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(50_000));
    }
}
