package dev.chaos4j.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as JUnit would, with seed 42. */
final class Kit {

    private Kit() {}

    static EngineTestKit.Builder jupiter(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("chaos4j.seed", "42")
                .selectors(selector);
    }

    static EngineExecutionResults run(Class<?> testClass) {
        return jupiter(selectClass(testClass)).execute();
    }

    static EngineExecutionResults run(Class<?> testClass, String method) {
        Method found = Arrays.stream(testClass.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return jupiter(selectMethod(testClass, found)).execute();
    }

    /** What the only failing test or container threw. */
    static Throwable failure(EngineExecutionResults results) {
        List<Throwable> failures = failures(results);
        if (failures.size() != 1) {
            throw new AssertionError("Expected one failure, but there are " + failures);
        }
        return failures.get(0);
    }

    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .toList();
    }

    static String message(EngineExecutionResults results) {
        return Objects.requireNonNull(failure(results).getMessage());
    }
}
