package dev.chaos4j.agent.benchmarks;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Work behind a circuit breaker. */
record GuardedWork(Work work, CircuitBreaker breaker) implements Work {

    @Override
    public int add(int left, int right) {
        return breaker.executeSupplier(() -> work.add(left, right));
    }

    @Override
    public String same(String text) {
        return breaker.executeSupplier(() -> work.same(text));
    }
}
