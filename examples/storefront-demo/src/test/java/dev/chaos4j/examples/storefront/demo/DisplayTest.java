package dev.chaos4j.examples.storefront.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.examples.storefront.demo.ShopStatusReader.ShopPatterns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final Lane.Look NAIVE = new Lane.Look(
            "naive",
            new Pulse(24.66, 0.803, Duration.ofMillis(3_020)),
            new ShopPatterns(Map.of(), 0),
            new Rehearsed.State(true, "everything fails", 1_000, 9_000, 2_782));
    private static final Lane.Look HARDENED = new Lane.Look(
            "hardened",
            new Pulse(25, 0, Duration.ofMillis(43)),
            new ShopPatterns(
                    new TreeMap<>(Map.of("reads.us-east-1", "HALF_OPEN", "writes", "OPEN", "prices", "CLOSED")), 119),
            null);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void drawsATableThatFitsEightyColumns() {
        show(terminal(true, 80), 1);

        assertThat(shown().replaceAll("\u001b\\[[?]?[0-9]*[a-zA-Z]", "")).isEqualTo("""

              everything fails            ##########--------------  17 s left
                         req/s   errors       p99  injections orders waiting
              naive       24.7   80.3 %   3020 ms        2782              0
                        breakers: none
              hardened    25.0    0.0 %     43 ms           0            119
                        breakers: reads.us-east-1 half-open, writes open
            """);
    }

    @Test
    void drawsTheSecondTableInThePlaceOfTheFirstWhereverLinesAreCut() {
        show(terminal(true, 80), 2);

        assertThat(shown())
                .as("goes up seven lines, and no line wraps and becomes two")
                .contains("\u001b[7F\u001b[J\u001b[?7l")
                .endsWith("\u001b[?7h");
    }

    @Test
    void printsOneLineOfAStageWhereNothingCanBeDrawnAgain() {
        show(terminal(false, 0), 2);

        assertThat(shown())
                .isEqualTo("  [everything fails, 17 s left]  "
                        + "naive: 24.7 req/s, 80.3 % errors, p99 3020 ms, 2782 injections, 0 orders waiting, breakers: none  "
                        + "hardened: 25.0 req/s, 0.0 % errors, p99 43 ms, 0 injections, 119 orders waiting, "
                        + "breakers: reads.us-east-1 half-open, writes open\n");
    }

    @Test
    void showsNothingAfterTheLastLine() {
        Terminal terminal = terminal(false, 0);
        terminal.last("Stopped");

        terminal.line("a shop has ended");
        terminal.draw(0, List.of("a table"));

        assertThat(shown()).isEqualTo("Stopped\n");
    }

    @Test
    void breaksLongLinesBetweenWordsAndIndentsTheRest() {
        assertThat(Paragraphs.fit("  -> Bound the attempts of the retry\nshort", 20))
                .isEqualTo("""
              -> Bound the
                attempts of the
                retry
            short""");
        assertThat(Paragraphs.fit("  /a/path/that/is/longer/than/the/screen", 20))
                .isEqualTo("  /a/path/that/is/longer/than/the/screen");
        assertThat(Paragraphs.fit("as long as it likes to be", 0)).isEqualTo("as long as it likes to be");
    }

    private static void show(Terminal terminal, int times) {
        Display display = new Display(terminal);
        for (int i = 0; i < times; i++) {
            display.show("everything fails", Duration.ofSeconds(17), Duration.ofSeconds(30), List.of(NAIVE, HARDENED));
        }
    }

    private Terminal terminal(boolean live, int width) {
        return new Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8), live, false, false, width);
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
