package dev.chaos4j.check.planted;

import static dev.chaos4j.check.planted.Lab.REFUSED;
import static dev.chaos4j.check.planted.Planted.inVirtualTime;

import dev.chaos4j.check.Limits;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.trigger.Trigger;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** RT1, RT2, RT7, RT8. */
final class RetryDefects {

    private RetryDefects() {}

    static Stream<Planted> all() {
        return Stream.of(
                inVirtualTime("RT1", "a loop retries for ever", RetryDefects::endlessLoop, lab -> outage(lab, 3)),
                inVirtualTime("RT1", "two layers retry, 3 times 3", RetryDefects::layered, lab -> outage(lab, 3)),
                inVirtualTime("RT2", "each call retries in an outage", lab -> outage(lab, 3), RetryDefects::breaker),
                inVirtualTime(
                        "RT2", "one attempt too many for the budget", RetryDefects::overBudget, lab -> outage(lab, 1)),
                inVirtualTime(
                        "RT7",
                        "the library's default retries a bad argument",
                        lab -> badArgument(lab, RetryConfig.custom()),
                        lab -> badArgument(lab, RetryConfig.custom().retryExceptions(IOException.class))),
                inVirtualTime(
                        "RT7",
                        "retries a 404",
                        lab -> notFound(lab, RetryConfig.custom()),
                        lab -> notFound(lab, RetryConfig.custom().ignoreExceptions(StatusException.class))),
                inVirtualTime(
                        "RT8",
                        "a fallback inside the retry disables it (P5)",
                        RetryDefects::fallbackInside,
                        RetryDefects::fallbackOutside),
                inVirtualTime("RT8", "nothing retries", lab -> hiccup(lab, 1), lab -> hiccup(lab, 3)),
                inVirtualTime(
                        "RT8", "the next question passes for a retry", RetryDefects::goesOn, lab -> hiccup(lab, 3)),
                inVirtualTime(
                        "RT8",
                        "retries, and returns the first error all the same",
                        RetryDefects::forgetsTheSecondAnswer,
                        lab -> hiccup(lab, 3)));
    }

    private static Played endlessLoop(Lab lab) {
        lab.arm(REFUSED, Trigger.first(97));
        lab.call("image", () -> {
            while (true) {
                try {
                    return lab.store.get("42");
                } catch (IOException again) {
                    // for ever
                }
            }
        });
        return lab.recording();
    }

    private static Played layered(Lab lab) {
        Retry inner = retry(lab, "inner", RetryConfig.custom());
        Retry outer = retry(lab, "outer", RetryConfig.custom());
        lab.arm(REFUSED, Trigger.always());
        lab.calls(10, () -> outer.executeCallable(() -> inner.executeCallable(() -> lab.store.get("42"))));
        return lab.recording(Limits.none().attempts(3));
    }

    private static Played outage(Lab lab, int attempts) {
        Retry retry = retry(lab, "s3", RetryConfig.custom().maxAttempts(attempts));
        lab.arm(REFUSED, Trigger.always());
        lab.calls(20, () -> retry.executeCallable(() -> lab.store.get("42")));
        return lab.recording();
    }

    private static Played overBudget(Lab lab) {
        Played outage = outage(lab, 2);
        return outage.declaring(Limits.none().retryBudget(0.5));
    }

    private static Played breaker(Lab lab) {
        Retry retry = retry(lab, "s3", RetryConfig.custom());
        CircuitBreaker breaker = CircuitBreaker.of(
                "s3",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(5)
                        .minimumNumberOfCalls(5)
                        .currentTimestampFunction(any -> lab.time.nanos(), java.util.concurrent.TimeUnit.NANOSECONDS)
                        .build());
        lab.observer.watchBreaker(breaker);
        lab.arm(REFUSED, Trigger.always());
        lab.calls(20, () -> breaker.executeCallable(() -> retry.executeCallable(() -> lab.store.get("42"))));
        return lab.recording();
    }

    private static Played badArgument(Lab lab, RetryConfig.Builder<Object> config) {
        Retry retry = retry(lab, "s3", config);
        lab.arm(Failure.of(IllegalArgumentException.class), Trigger.always());
        lab.calls(3, () -> retry.executeCallable(() -> lab.store.get("42")));
        return lab.recording();
    }

    private static Played notFound(Lab lab, RetryConfig.Builder<Object> config) {
        Retry retry = retry(lab, "s3", config);
        lab.arm(Failure.of(() -> new StatusException("no such object (status code 404)")), Trigger.always());
        lab.calls(3, () -> retry.executeCallable(() -> lab.store.get("42")));
        return lab.recording();
    }

    private static Played fallbackInside(Lab lab) {
        Retry retry = retry(lab, "s3", RetryConfig.custom());
        lab.arm(REFUSED, Trigger.first(1));
        lab.calls(2, () -> retry.executeCallable(() -> orPlaceholder(() -> lab.store.get("42"))));
        return lab.recording();
    }

    private static Played fallbackOutside(Lab lab) {
        Retry retry = retry(lab, "s3", RetryConfig.custom());
        lab.arm(REFUSED, Trigger.first(1));
        lab.calls(2, () -> orPlaceholder(() -> retry.executeCallable(() -> lab.store.get("42"))));
        return lab.recording();
    }

    private static String orPlaceholder(Callable<String> work) {
        try {
            return work.call();
        } catch (Exception any) {
            return "placeholder";
        }
    }

    private static Played hiccup(Lab lab, int attempts) {
        Retry retry = retry(lab, "s3", RetryConfig.custom().maxAttempts(attempts));
        lab.arm(REFUSED, Trigger.first(1));
        lab.calls(2, () -> retry.executeCallable(() -> lab.store.get("42")));
        return lab.recording();
    }

    private static Played goesOn(Lab lab) {
        lab.arm(REFUSED, Trigger.first(1));
        lab.call("image", () -> {
            String image = orPlaceholder(() -> lab.store.get("42"));
            lab.store.put("seen", image);
            return image;
        });
        return lab.recording();
    }

    private static Played forgetsTheSecondAnswer(Lab lab) {
        lab.arm(REFUSED, Trigger.first(1));
        lab.call("image", () -> {
            try {
                return lab.store.get("42");
            } catch (IOException first) {
                lab.store.get("42");
                throw first;
            }
        });
        return lab.recording();
    }

    /** A retry that waits no time: its waits are the library's own and in real time. */
    private static Retry retry(Lab lab, String name, RetryConfig.Builder<Object> config) {
        Retry retry =
                Retry.of(name, config.intervalFunction(IntervalFunction.of(1)).build());
        lab.observer.watchRetry(retry);
        return retry;
    }

    /** What a client library throws for an answer with an error status. */
    static final class StatusException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StatusException(String message) {
            super(message);
        }
    }
}
