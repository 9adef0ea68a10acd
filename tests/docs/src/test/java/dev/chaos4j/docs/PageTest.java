package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private final Page page = new Page(
            Path.of("page.md"),
            List.of(
                    "# What `mvn` does: a start",
                    "Some [text](other.md#part), `[code](no-link.md)`.",
                    "```java",
                    "# no heading",
                    "[0](no-link.md)",
                    "```",
                    "## Twice",
                    "## Twice",
                    "```",
                    "plain",
                    "```"));

    @Test
    void knowsItsCodeBlocksByLanguage() {
        assertThat(page.blocks("java")).singleElement().satisfies(block -> {
            assertThat(block.line()).isEqualTo(3);
            assertThat(block.text()).isEqualTo("# no heading\n[0](no-link.md)");
        });
        assertThat(page.blocks("")).hasSize(1);
    }

    @Test
    void knowsItsHeadingsAsAnchors() {
        assertThat(page.anchors()).containsExactly("what-mvn-does-a-start", "twice", "twice-1");
    }

    @Test
    void knowsItsLinksButNoCode() {
        assertThat(page.links()).containsOnlyKeys("other.md#part");
    }
}
