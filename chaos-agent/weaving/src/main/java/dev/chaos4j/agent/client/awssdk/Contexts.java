package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.Operation;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;

/**
 * In whose name each call is made: its attempts may run on the SDK's own threads. Thread-safe; keeps no call alive.
 */
final class Contexts {

    // these have no equality of their own, so this is by identity
    private static final Map<RequestExecutionContext, ChaosContext> OF =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Contexts() {}

    /** Notes the current context for a call that begins. */
    static void note(RequestExecutionContext call) {
        ChaosContext context = ChaosContext.current();
        if (context != null) {
            OF.put(call, context);
        }
    }

    /** Lets an attempt for this call through the gate. */
    static @Nullable Passage enter(PointGate gate, Operation attempt, RequestExecutionContext call) {
        ChaosContext noted = OF.get(call);
        try (var stay = ChaosContext.enter(noted == null ? ChaosContext.current() : noted)) {
            return gate.enter(attempt);
        }
    }
}
