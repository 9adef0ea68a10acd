package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.scenario.ScenarioFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java in the Markdown files is a part of a source that the build compiles; scenarios in them can be read. */
class CodeBlocksTest {

    private static Snippets sources;

    @BeforeAll
    static void readTheSources() {
        sources = Snippets.of(Tree.sources());
    }

    static Stream<Block> javaBlocks() {
        return Tree.pages().stream().flatMap(page -> page.blocks("java").stream());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("javaBlocks")
    void eachJavaBlockIsAPartOfACompiledSource(Block block) {
        assertThat(sources.firstStrayLine(block.lines()))
                .as(
                        "%s: no Java source has these lines in this order. Put them into a test of tests/docs (or any"
                                + " other), and write a line '// ...' where the block leaves something out. The first"
                                + " line that no source continues with",
                        block)
                .isEmpty();
    }

    static Stream<Block> scenarios() {
        return Tree.pages().stream()
                .flatMap(page -> page.blocks("yaml").stream())
                .filter(block -> block.text().strip().startsWith("chaos4j:"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("scenarios")
    void eachScenarioCanBeRead(Block block) {
        assertThat(ScenarioFile.parse(block.text(), block.toString()).stages()).isNotEmpty();
    }
}
