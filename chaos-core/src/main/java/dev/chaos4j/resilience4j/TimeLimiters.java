package dev.chaos4j.resilience4j;

import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.event.TimeLimiterEvent;
import io.github.resilience4j.timelimiter.event.TimeLimiterOnErrorEvent;
import java.util.Set;

/** Time limiters. */
final class TimeLimiters {

    static final Family<TimeLimiter> FAMILY = new Family<>(
            "time-limiter",
            TimeLimiter::getName,
            limiter -> of(limiter.getTimeLimiterConfig()).comparedTo(of(TimeLimiterConfig.ofDefaults())),
            (limiter, to) -> limiter.getEventPublisher().onEvent(event -> to.accept(note(event))),
            Set.of("success"));

    private TimeLimiters() {}

    private static Note note(TimeLimiterEvent event) {
        String detail = event instanceof TimeLimiterOnErrorEvent error ? Note.text(error.getThrowable()) : "";
        return Note.of(event.getEventType(), detail);
    }

    private static Settings of(TimeLimiterConfig config) {
        return new Settings()
                .millis("timeoutDuration", config.getTimeoutDuration())
                .put("cancelRunningFuture", config.shouldCancelRunningFuture());
    }
}
