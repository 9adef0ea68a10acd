package dev.chaos4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.chaos4j.check.ResilienceError;
import dev.chaos4j.session.SessionOptions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the test in README.md prints is what README.md says. */
class ReadmeTest {

    private final Page readme = Page.read(Tree.root().resolve("README.md"));

    @Test
    void theTestInItFailsAsItSays() {
        List<Event> failures = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PricesTest.class))
                .configurationParameter(SessionOptions.SEED_PROPERTY, "42")
                .execute()
                .testEvents()
                .failed()
                .list();

        assertThat(failures).hasSize(1);
        assertThat(printed(failure(failures.get(0)))).isEqualTo(steady(shown()));
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private String shown() {
        List<Block> blocks = readme.blocks("text").stream()
                .filter(block -> block.text().startsWith(ResilienceError.class.getName()))
                .toList();
        assertThat(blocks)
                .as("blocks in README.md that show what the test prints")
                .hasSize(1);
        return blocks.get(0).text();
    }

    /** As a stack trace prints it, without the frames. */
    private static String printed(Throwable failure) {
        Stream<String> suppressed = Stream.of(failure.getSuppressed()).map(each -> "Suppressed: " + each);
        return steady(Stream.concat(Stream.of(failure.toString()), suppressed).collect(Collectors.joining("\n...\n")));
    }

    /** Without what is different in each run: the number of the call, and the time. */
    private static String steady(String text) {
        return text.replaceAll("call \\d+ '", "call N '")
                .replaceAll("\\+[0-9.]+ ms", "+T ms")
                .replace("\r", "");
    }
}
