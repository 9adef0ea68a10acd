package dev.chaos4j.resilience4j;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.util.Set;

/** Rate limiters. */
final class RateLimiters {

    static final Family<RateLimiter> FAMILY = new Family<>(
            "rate-limiter",
            RateLimiter::getName,
            limiter -> of(limiter.getRateLimiterConfig()).comparedTo(of(RateLimiterConfig.ofDefaults())),
            (limiter, to) -> limiter.getEventPublisher()
                    .onEvent(
                            event -> to.accept(Note.of(event.getEventType(), "permits=" + event.getNumberOfPermits()))),
            Set.of("successful-acquire"));

    private RateLimiters() {}

    private static Settings of(RateLimiterConfig config) {
        return new Settings()
                .put("limitForPeriod", config.getLimitForPeriod())
                .put("limitRefreshPeriodNanos", config.getLimitRefreshPeriod().toNanos())
                .millis("timeoutDuration", config.getTimeoutDuration());
    }
}
