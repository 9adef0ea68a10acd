package dev.chaos4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Checks;
import dev.chaos4j.check.Evidence;
import dev.chaos4j.check.Measurement;
import dev.chaos4j.check.Threshold;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.experiment.Observation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final CheckResult ENDLESS = CheckResult.deviated(
                    Checks.of("RT1"), "1 call tried one request more than 3 times, up to 98")
            .measuring(Measurement.against(Threshold.atMost(3, "", "declared"), "attempts", 98))
            .measuring(Measurement.count("calls", 1))
            .showing(List.of(new Evidence("call 1 'image'", List.of(1L, 2L))));
    private static final CheckResult CAPPED = CheckResult.held(Checks.of("RT1"), "20 calls tried at most 3 times");
    private static final CheckResult UNTESTED = CheckResult.vacuous(
                    Checks.of("CB2"), "Nobody called while the breaker was open", "Go on calling.")
            .seeing(List.of("resilience4j circuit-breaker 's3'"));

    private final Report report = Report.of("The S3 outage of 2017")
            .seed(42)
            .replay("mvn test -Dchaos4j.seed=42")
            .with(ReportedRun.of("naive", List.of(ENDLESS)))
            .with(new ReportedRun(
                    "hardened",
                    Verdict.VACUOUS,
                    "",
                    List.of(CAPPED, UNTESTED),
                    List.of(new Observation("share", Observation.Phase.BEFORE, 7, 0.99, true, "0.99"))));

    @Test
    void putsTheVerdictsOfAllRunsSideBySideWithTheReasonsBelow() {
        assertThat(report.toText()).isEqualTo("""
                        The S3 outage of 2017
                        seed 42
                        play it again: mvn test -Dchaos4j.seed=42

                        check                                 naive     hardened
                        --------------------------------------------------------
                        RT1 attempts are capped               DEVIATED  HELD
                        CB2 an open breaker keeps calls away  -         VACUOUS
                        verdict                               DEVIATED  VACUOUS

                        naive
                          RT1 DEVIATED: 1 call tried one request more than 3 times, up to 98
                            attempts: 98, at most 3 (declared)
                            -> Bound the attempts of the retry (the first one included), and make sure that only one \
                        layer retries.

                        hardened
                          CB2 VACUOUS: Nobody called while the breaker was open
                            -> Go on calling.
                        """);
    }

    @Test
    void writesMarkdownThatCannotBeBrokenByWhatItQuotes() {
        String markdown = Report.of("A | B")
                .with(ReportedRun.of(
                        "run_1", List.of(CheckResult.vacuous(Checks.of("MT1"), "x | <b>\ny", "Do *this*"))))
                .toMarkdown();

        assertThat(markdown).isEqualTo("""
                        # A \\| B


                        | check | run\\_1 |
                        |---|---|
                        | MT1 the run tested something | VACUOUS |
                        | verdict | VACUOUS |

                        ## run\\_1

                        - **MT1 VACUOUS**: x \\| \\<b\\> y. Do \\*this\\*
                        """);
    }

    @Test
    void writesJsonWithSchemaSeedReplayVersionsCountsAndEvidence(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("report.json");

        report.writeJson(file);

        String json = Files.readString(file);
        assertThat(json)
                .contains("\"report\" : \"chaos4j\"")
                .contains("\"schema\" : 1")
                .contains("\"seed\" : 42")
                .contains("\"replay\" : \"mvn test -Dchaos4j.seed=42\"")
                .contains("\"java\" : \"" + System.getProperty("java.runtime.version") + "\"")
                .contains("\"deviated\" : 1")
                .contains("\"source\" : \"declared\"")
                .contains("\"sequences\" : [ 1, 2 ]")
                .contains("\"seen\" : [ \"resilience4j circuit-breaker 's3'\" ]")
                .contains("\"phase\" : \"BEFORE\"");
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int objects = 0;
            while (parser.nextToken() != null) {
                objects += parser.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
            }
            assertThat(objects).isGreaterThan(8);
        }
    }

    @Test
    void leavesTheWriterOpen() throws IOException {
        StringWriter writer = new StringWriter() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        report.writeJson(writer);

        assertThat(writer.toString()).endsWith("}");
    }
}
