package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java in the Markdown files is a part of a source that the build compiles. */
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
}
