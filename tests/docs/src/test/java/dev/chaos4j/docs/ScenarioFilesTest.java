package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/scenario-files.md, and every other scenario file in the Markdown files. */
class ScenarioFilesTest {

    private static final String AROUND_FAULTS =
            "chaos4j: 1\nname: docs\nstages:\n  - name: only\n    for: 1m\n    faults:\n";

    static Stream<Block> yamlBlocks() {
        return Tree.pages().stream().flatMap(page -> page.blocks("yaml").stream());
    }

    static Stream<Block> errorBlocks() {
        return page().blocks("text").stream();
    }

    @ParameterizedTest
    @MethodSource("yamlBlocks")
    void eachYamlBlockIsAScenarioFileOrAListOfFaults(Block block) {
        boolean whole = block.lines().stream().anyMatch(line -> line.startsWith("chaos4j:"));
        String text = whole ? block.text() : AROUND_FAULTS + block.text().indent(6);

        Scenario scenario = ScenarioFile.parse(text, block.toString());

        assertThat(scenario.stages()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("errorBlocks")
    void eachErrorIsOneThatTheReaderGives(Block block) throws IOException {
        assertThat(messages()).anySatisfy(message -> assertThat(message).contains(block.text()));
    }

    @Test
    void readsAndWritesFromCode(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("outage.yaml"), page().blocks("yaml").get(0).text());

        assertThat(fromCode(file)).startsWith("chaos4j: 1\nname: s3-2017-wrong-input\n");
    }

    private static String fromCode(Path file) {
        Scenario fromFile = ScenarioFile.read(file);
        Scenario shipped = ScenarioFile.ofCatalogue("s3-2017-wrong-input").timesScaledBy(0.01);
        String text = ScenarioFile.write(shipped);
        assertThat(fromFile.name()).isEqualTo("slow inventory");
        return text;
    }

    @Test
    void namesEachScenarioThatIsShipped() {
        assertThat(ScenarioFile.catalogue())
                .allSatisfy(name -> assertThat(page().lines()).anyMatch(line -> line.startsWith("| `" + name + "` |")));
    }

    private static Page page() {
        return Page.read(Tree.root().resolve("docs/scenario-files.md"));
    }

    private static List<String> messages() throws IOException {
        try (Stream<Path> files = Files.walk(Tree.root().resolve("chaos-core/src/test/resources/broken"))) {
            return files.filter(file -> file.toString().endsWith(".expected.txt"))
                    .map(ScenarioFilesTest::read)
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
