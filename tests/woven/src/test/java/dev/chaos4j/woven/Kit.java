package dev.chaos4j.woven;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
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

    static EngineExecutionResults inParallel(Class<?> testClass, int threads) {
        return jupiter(selectClass(testClass))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads))
                .execute();
    }

    /** What the only test of this name, which fails, says. */
    static String message(Class<?> testClass, String method) {
        return String.valueOf(failure(testClass, method).getMessage());
    }

    /** What the only test of this name, which fails, throws. */
    static Throwable failure(Class<?> testClass, String method) {
        Method found = Arrays.stream(testClass.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        List<Throwable> failures =
                failures(jupiter(selectMethod(testClass, found)).execute());
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
}
