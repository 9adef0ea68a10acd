package dev.chaos4j.check.planted;

import static dev.chaos4j.check.planted.Lab.REFUSED;
import static dev.chaos4j.check.planted.Planted.inVirtualTime;
import static java.time.Duration.ofSeconds;

import dev.chaos4j.check.Limits;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.trigger.Trigger;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** CB1, CB2, CB4. */
final class BreakerDefects {

    private static final Limits DECLARED = Limits.none().breakerOpensAfter(10).breakerClosesWithin(ofSeconds(12));

    private BreakerDefects() {}

    static Stream<Planted> all() {
        return Stream.of(
                inVirtualTime(
                        "CB1",
                        "the library's default waits for 100 calls (P1)",
                        lab -> opens(lab, defaults(lab)),
                        lab -> opens(lab, small(lab))),
                inVirtualTime(
                        "CB1",
                        "a misspelt name gets the default configuration (P10)",
                        lab -> opens(lab, misspelt(lab)),
                        lab -> opens(lab, small(lab))),
                inVirtualTime(
                        "CB1",
                        "the breaker ignores this error",
                        lab -> opens(lab, ignoring(lab)),
                        lab -> opens(lab, small(lab))),
                inVirtualTime("CB1", "there is no breaker at all", BreakerDefects::noBreaker, BreakerDefects::handMade),
                inVirtualTime(
                        "CB2",
                        "the fallback asks the same store",
                        lab -> fallback(lab, () -> lab.store.get("42")),
                        lab -> fallback(lab, () -> "placeholder")),
                inVirtualTime(
                        "CB2",
                        "a second client knows no breaker",
                        BreakerDefects::secondClient,
                        lab -> fallback(lab, () -> "placeholder")),
                inVirtualTime(
                        "CB4",
                        "probes that answer from a cache record nothing",
                        BreakerDefects::forgottenProbes,
                        lab -> recovers(lab, small(lab))),
                inVirtualTime(
                        "CB4",
                        "it stays open for the library's 60 s",
                        lab -> recovers(lab, slow(lab)),
                        lab -> recovers(lab, small(lab))));
    }

    private static CircuitBreakerConfig.Builder config(Lab lab) {
        return CircuitBreakerConfig.custom()
                .clock(lab.time.clock())
                .currentTimestampFunction(any -> lab.time.nanos(), TimeUnit.NANOSECONDS);
    }

    private static CircuitBreakerConfig.Builder five(Lab lab) {
        return config(lab).slidingWindowSize(5).minimumNumberOfCalls(5).permittedNumberOfCallsInHalfOpenState(3);
    }

    private static CircuitBreaker watched(Lab lab, CircuitBreakerConfig config) {
        CircuitBreaker breaker = CircuitBreaker.of("s3", config);
        lab.observer.watchBreaker(breaker);
        return breaker;
    }

    private static CircuitBreaker defaults(Lab lab) {
        return watched(lab, config(lab).build());
    }

    private static CircuitBreaker small(Lab lab) {
        return watched(lab, five(lab).waitDurationInOpenState(ofSeconds(5)).build());
    }

    private static CircuitBreaker slow(Lab lab) {
        return watched(lab, five(lab).waitDurationInOpenState(ofSeconds(60)).build());
    }

    private static CircuitBreaker ignoring(Lab lab) {
        return watched(lab, five(lab).ignoreExceptions(IOException.class).build());
    }

    private static CircuitBreaker misspelt(Lab lab) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(config(lab).build());
        registry.addConfiguration(
                "s3", five(lab).waitDurationInOpenState(ofSeconds(5)).build());
        lab.observer.watchBreakers(registry);
        return registry.circuitBreaker("s3");
    }

    private static Played opens(Lab lab, CircuitBreaker breaker) {
        lab.arm(REFUSED, Trigger.always());
        lab.calls(30, () -> breaker.executeCallable(() -> lab.store.get("42")));
        return lab.recording(DECLARED);
    }

    private static Played noBreaker(Lab lab) {
        lab.arm(REFUSED, Trigger.always());
        lab.calls(30, () -> lab.store.get("42"));
        return lab.recording(DECLARED);
    }

    /** A breaker that no observer knows. */
    private static Played handMade(Lab lab) {
        int[] failures = new int[1];
        lab.arm(REFUSED, Trigger.always());
        lab.calls(30, () -> {
            if (failures[0] >= 5) {
                throw new IOException("open");
            }
            failures[0]++;
            return lab.store.get("42");
        });
        return lab.recording(DECLARED);
    }

    private static Played fallback(Lab lab, Callable<String> fallback) {
        CircuitBreaker breaker = small(lab);
        lab.arm(REFUSED, Trigger.always());
        lab.calls(30, () -> {
            try {
                return breaker.executeCallable(() -> lab.store.get("42"));
            } catch (CallNotPermittedException open) {
                return fallback.call();
            }
        });
        return lab.recording(DECLARED);
    }

    private static Played secondClient(Lab lab) {
        CircuitBreaker breaker = small(lab);
        lab.arm(REFUSED, Trigger.always());
        for (int i = 0; i < 15; i++) {
            lab.call("image", () -> breaker.executeCallable(() -> lab.store.get("42")));
            lab.call("thumbnail", () -> lab.store.get("42"));
        }
        return lab.recording(DECLARED);
    }

    private static Played recovers(Lab lab, CircuitBreaker breaker) {
        return recovers(lab, read -> breaker.executeCallable(() -> read.call()));
    }

    private static Played recovers(Lab lab, Protected client) {
        ActiveFault outage = lab.arm(REFUSED, Trigger.always());
        lab.calls(10, () -> client.run(() -> lab.store.get("42")));
        outage.close();
        for (int second = 0; second < 20; second++) {
            lab.pass(ofSeconds(1));
            lab.call("image", () -> client.run(() -> lab.store.get("42")));
        }
        return lab.recording(DECLARED);
    }

    /** A client that asks for permission and then does not always say how it went. */
    private static Played forgottenProbes(Lab lab) {
        CircuitBreaker breaker = small(lab);
        return recovers(lab, read -> {
            breaker.acquirePermission();
            long start = breaker.getCurrentTimestamp();
            try {
                return read.call();
            } catch (Exception failed) {
                breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failed);
                throw failed;
            }
        });
    }

    private interface Protected {
        String run(Callable<String> read) throws Exception;
    }
}
