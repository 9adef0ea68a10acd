package dev.chaos4j.planted.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

interface UsesResilience4j {
    CircuitBreaker outsideOfItsPackage();
}
