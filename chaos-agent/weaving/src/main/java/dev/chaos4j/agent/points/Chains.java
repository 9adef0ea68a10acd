package dev.chaos4j.agent.points;

import dev.chaos4j.target.MethodShape;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All chains of one agent. Thread-safe. */
public final class Chains {

    private final ConcurrentMap<String, Chain> chains = new ConcurrentHashMap<>();

    /** No chains yet. */
    public Chains() {}

    Chain of(MethodShape method) {
        return chains.computeIfAbsent(method.name() + method.parameterTypes(), any -> new Chain());
    }
}
