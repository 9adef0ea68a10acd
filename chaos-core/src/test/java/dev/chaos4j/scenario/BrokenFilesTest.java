package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.chaos4j.scenario.ScenarioFileException.FileError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The full text of every error. Each file in {@code broken} has its message beside it; {@code -Dchaos4j.update=true}
 * writes the messages anew, to be read before they are committed.
 */
class BrokenFilesTest {

    static List<Path> files() {
        return Corpus.broken();
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrongAndWhereAndWhatIsAllowed(Path file) throws IOException {
        ScenarioFileException problem = refusalOf(file);

        Path expected = Path.of(file.toString().replace(".yaml", ".expected.txt"));
        if (Boolean.getBoolean("chaos4j.update")) {
            Files.writeString(expected, problem.getMessage() + "\n");
        }
        assertThat(problem.getMessage() + "\n").isEqualTo(Corpus.text(expected));
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesEachErrorInParts(Path file) {
        ScenarioFileException problem = refusalOf(file);

        assertThat(problem.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.file()).isEqualTo(file.getFileName().toString());
            assertThat(error.problem()).isNotBlank();
            assertThat(error.found()).isNotBlank();
            assertThat(error.allowed()).isNotBlank();
            assertThat(problem.getMessage()).contains(error.message());
        });
    }

    @Test
    void namesLineColumnAndNearestWord() {
        FileError error = refusalOf(Corpus.BROKEN.resolve("structure/typo-in-fault-kind.yaml"))
                .errors()
                .get(0);

        assertThat(error.line()).isEqualTo(8);
        assertThat(error.column()).isEqualTo(9);
        assertThat(error.found()).isEqualTo("'latncy'");
        assertThat(error.allowed()).contains("latency, hang, failure");
        assertThat(error.nearest()).contains("latency");
        assertThat(error.excerpt()).isEqualTo("8 |         latncy: 300ms\n  |         ^");
    }

    private static ScenarioFileException refusalOf(Path file) {
        return catchThrowableOfType(
                ScenarioFileException.class,
                () -> ScenarioFile.parse(Corpus.text(file), file.getFileName().toString()));
    }
}
