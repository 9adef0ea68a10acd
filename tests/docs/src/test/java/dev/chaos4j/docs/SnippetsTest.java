package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    private final Snippets source = Snippets.ofText("""
            class Shop {
                void open() {
                    lights.on();

                    doors.open();
                    till.fill(100);
                }
            }
            """);

    @Test
    void findsLinesThatFollowOneAnotherWhateverTheirIndentation() {
        assertThat(source.firstStrayLine(List.of("lights.on();", "  doors.open();")))
                .isEmpty();
    }

    @Test
    void namesTheLineThatDiffers() {
        assertThat(source.firstStrayLine(List.of("lights.on();", "doors.close();")))
                .contains("doors.close();");
    }

    @Test
    void refusesLinesThatDoNotFollowOneAnother() {
        assertThat(source.firstStrayLine(List.of("lights.on();", "till.fill(100);")))
                .contains("till.fill(100);");
    }

    @Test
    void takesDotsForLinesLeftOut() {
        assertThat(source.firstStrayLine(List.of("lights.on();", "// ...", "till.fill(100);")))
                .isEmpty();
        assertThat(source.firstStrayLine(List.of("till.fill(100);", "...", "lights.on();")))
                .contains("lights.on();");
    }

    @Test
    void refusesAnEmptyBlock() {
        assertThat(source.firstStrayLine(List.of(" "))).isPresent();
    }
}
