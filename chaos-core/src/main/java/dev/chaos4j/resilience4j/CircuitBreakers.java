package dev.chaos4j.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerEvent;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnIgnoredErrorEvent;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.util.Map;
import java.util.Set;

/** Circuit breakers. */
final class CircuitBreakers {

    static final Family<CircuitBreaker> FAMILY = new Family<>(
            "circuit-breaker",
            CircuitBreaker::getName,
            CircuitBreakers::settings,
            (breaker, to) -> breaker.getEventPublisher().onEvent(event -> to.accept(note(event))),
            Set.of("success"));

    private CircuitBreakers() {}

    private static Note note(CircuitBreakerEvent event) {
        return Note.of(event.getEventType(), detail(event));
    }

    private static String detail(CircuitBreakerEvent event) {
        if (event instanceof CircuitBreakerOnStateTransitionEvent change) {
            return change.getStateTransition().getFromState() + "->"
                    + change.getStateTransition().getToState();
        }
        if (event instanceof CircuitBreakerOnErrorEvent error) {
            return Note.text(error.getThrowable());
        }
        return event instanceof CircuitBreakerOnIgnoredErrorEvent ignored ? Note.text(ignored.getThrowable()) : "";
    }

    private static Map<String, String> settings(CircuitBreaker breaker) {
        Map<String, String> settings =
                of(breaker.getCircuitBreakerConfig()).comparedTo(of(CircuitBreakerConfig.ofDefaults()));
        settings.put("stateWhenSeen", breaker.getState().name());
        return settings;
    }

    private static Settings of(CircuitBreakerConfig config) {
        boolean counted = config.getSlidingWindowType() == SlidingWindowType.COUNT_BASED;
        int window = config.getSlidingWindowSize();
        int minimum = config.getMinimumNumberOfCalls();
        Long wait = config.getWaitIntervalFunctionInOpenState().apply(1);
        return new Settings()
                .percent("failureRateThreshold", config.getFailureRateThreshold())
                .percent("slowCallRateThreshold", config.getSlowCallRateThreshold())
                .millis("slowCallDurationThreshold", config.getSlowCallDurationThreshold())
                .put(counted ? "slidingWindowCalls" : "slidingWindowSeconds", window)
                // a window that counts calls never asks for more of them than it holds
                .put("minimumNumberOfCalls", counted ? Math.min(minimum, window) : minimum)
                .put("permittedNumberOfCallsInHalfOpenState", config.getPermittedNumberOfCallsInHalfOpenState())
                .put("waitDurationInOpenStateMillis", wait);
    }
}
