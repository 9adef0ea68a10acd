package dev.chaos4j.check.planted;

import static dev.chaos4j.check.planted.Lab.REFUSED;
import static dev.chaos4j.check.planted.Planted.inVirtualTime;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.chaos4j.check.Answers;
import dev.chaos4j.check.Limits;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** FB1, FB2, FO1. */
final class FallbackDefects {

    private FallbackDefects() {}

    static Stream<Planted> all() {
        return Stream.of(
                inVirtualTime(
                        "FB1",
                        "no fallback",
                        lab -> answers(lab, () -> lab.store.get("42")),
                        lab -> answers(lab, () -> caught(() -> lab.store.get("42"), "placeholder"))),
                inVirtualTime(
                        "FB1",
                        "the fallback does not know the breaker's exception",
                        FallbackDefects::fallbackInsideBreaker,
                        FallbackDefects::fallbackOutsideBreaker),
                inVirtualTime(
                        "FB2",
                        "the fallback answers with nothing",
                        lab -> answers(lab, () -> caught(() -> lab.store.get("42"), null)),
                        lab -> answers(lab, () -> caught(() -> lab.store.get("42"), "placeholder"))),
                inVirtualTime(
                        "FB2",
                        "the fallback passes for the real thing",
                        lab -> answers(lab, () -> caught(() -> lab.store.get("42"), "an image")),
                        lab -> answers(lab, () -> caught(() -> lab.store.get("42"), "placeholder"))),
                inVirtualTime(
                        "FO1",
                        "five patient attempts at the first Region",
                        lab -> failover(lab, 5, true),
                        lab -> failover(lab, 1, true)),
                inVirtualTime(
                        "FO1",
                        "the second Region is the first one again",
                        lab -> failover(lab, 1, false),
                        lab -> failover(lab, 1, true)));
    }

    private static Played answers(Lab lab, Callable<@Nullable String> client) {
        lab.arm(REFUSED, Trigger.always());
        Answers answers = Answers.in(lab.session.journal());
        lab.calls(5, () -> answers.note(client.call()));
        return lab.recording(Limits.none().fallback("placeholder"::equals)).with(answers);
    }

    private static @Nullable String caught(Callable<String> work, @Nullable String instead) throws Exception {
        try {
            return work.call();
        } catch (IOException down) {
            return instead;
        }
    }

    private static CircuitBreaker breaker(Lab lab) {
        CircuitBreaker breaker = CircuitBreaker.of(
                "s3",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(3)
                        .minimumNumberOfCalls(3)
                        .clock(lab.time.clock())
                        .build());
        lab.observer.watchBreaker(breaker);
        return breaker;
    }

    private static Played fallbackInsideBreaker(Lab lab) {
        CircuitBreaker breaker = breaker(lab);
        lab.arm(REFUSED, Trigger.always());
        lab.calls(10, () -> caught(() -> breaker.executeCallable(() -> lab.store.get("42")), "placeholder"));
        return lab.recording();
    }

    private static Played fallbackOutsideBreaker(Lab lab) {
        CircuitBreaker breaker = breaker(lab);
        lab.arm(REFUSED, Trigger.always());
        lab.calls(10, () -> {
            try {
                return breaker.executeCallable(() -> lab.store.get("42"));
            } catch (Exception any) {
                return "placeholder";
            }
        });
        return lab.recording();
    }

    /** The first Region is slow to refuse; each further attempt there waits a second. */
    private static Played failover(Lab lab, int attempts, boolean elsewhere) {
        Store primary = lab.session.wrap(lab.stored, Store.Primary.class);
        Store secondary = lab.session.wrap(lab.stored, Store.Secondary.class);
        lab.session.arm(
                Latency.of(ofMillis(100)).then((dev.chaos4j.fault.Failure) REFUSED),
                Target.method(Store.Primary.class, "*"));
        lab.calls(3, () -> {
            for (int i = 0; i < attempts; i++) {
                try {
                    return primary.get("42");
                } catch (IOException down) {
                    lab.pass(ofSeconds(i == attempts - 1 ? 0 : 1));
                }
            }
            return (elsewhere ? secondary : primary).get("42");
        });
        return lab.recording(Limits.none().failoverWithin(ofSeconds(1)));
    }
}
