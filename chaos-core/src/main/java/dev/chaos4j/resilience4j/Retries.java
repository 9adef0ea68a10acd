package dev.chaos4j.resilience4j;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryEvent;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
import java.util.Set;

/** Retries. A call that succeeds at once says nothing; {@code success} means: after another attempt. */
final class Retries {

    static final Family<Retry> FAMILY = new Family<>(
            "retry",
            Retry::getName,
            retry -> of(retry.getRetryConfig()).comparedTo(of(RetryConfig.ofDefaults())),
            (retry, to) -> retry.getEventPublisher().onEvent(event -> to.accept(note(event))),
            Set.of());

    private Retries() {}

    private static Note note(RetryEvent event) {
        String wait = event instanceof RetryOnRetryEvent retry
                ? "; waitMillis=" + retry.getWaitInterval().toMillis()
                : "";
        String last = event.getLastThrowable() == null ? "" : "; last=" + event.getLastThrowable();
        return Note.of(event.getEventType(), "attempt=" + event.getNumberOfRetryAttempts() + wait + last);
    }

    private static Settings of(RetryConfig config) {
        return new Settings()
                .put("maxAttempts", config.getMaxAttempts())
                .put("failAfterMaxAttempts", config.isFailAfterMaxAttempts());
    }
}
