package dev.chaos4j.agent.points;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.bridge.SkipToken;
import dev.chaos4j.agent.bridge.Token;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.spi.PointGate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A point of a client library. Thread-safe. */
final class ClientSite implements Site {

    /** What a call needs is loaded before the first: loading may pass woven methods of the JDK itself. */
    @SuppressWarnings("UnusedVariable") // naming them loads them
    private static final List<Class<?>> LOADED = List.of(WovenCall.class, Token.class, SkipToken.class);

    private final PointGate gate;
    private final String interceptor;
    private final Interceptors interceptors;
    private final String returnType;
    private final OurErrors errors;

    ClientSite(PointGate gate, String interceptor, Interceptors interceptors, String returnType, OurErrors errors) {
        this.gate = gate;
        this.interceptor = interceptor;
        this.interceptors = interceptors;
        this.returnType = returnType;
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("NullAway") // it misreads arrays of nullable elements in class files of the bridge
    public @Nullable Token enter(Class<?> where, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
        try {
            Interceptor here = interceptors.at(where, interceptor);
            if (here == null) {
                return null;
            }
            WovenCall call = new WovenCall(gate, where, returnType, self, Objects.requireNonNull(arguments));
            Interception interception = here.enter(call);
            if (interception == null) {
                return null;
            }
            return interception.skipsBody()
                    ? new SkipToken(interception::end)
                    : new Token(call.replaced(), interception::end);
        } catch (Throwable ofOurs) {
            errors.report("intercepting a call at " + gate.point(), ofOurs);
            return null;
        }
    }
}
