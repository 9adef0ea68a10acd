package dev.chaos4j.docs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.chaos4j.session.SessionOptions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a test that fails on purpose prints. */
final class Printed {

    private Printed() {}

    /** What the tests of a class throw, with seed 42, as a stack trace prints it without the frames. */
    static String by(String testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter(SessionOptions.SEED_PROPERTY, "42")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> text(result.getThrowable().orElseThrow()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(Throwable failure) {
        Stream<String> suppressed = Stream.of(failure.getSuppressed()).map(each -> "Suppressed: " + each);
        return steady(Stream.concat(Stream.of(failure.toString()), suppressed).collect(Collectors.joining("\n...\n")));
    }

    /** Without what is different in each run: the number of the call, and the time. */
    static String steady(String text) {
        return text.replaceAll("call \\d+ '", "call N '")
                .replaceAll("\\+[0-9.]+ ms", "+T ms")
                .replace("\r", "");
    }
}
