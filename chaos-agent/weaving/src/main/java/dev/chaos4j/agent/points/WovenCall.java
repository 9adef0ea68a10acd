package dev.chaos4j.agent.points;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.spi.PointGate;
import org.jspecify.annotations.Nullable;

/** A call that came through woven code. */
final class WovenCall implements ClientCall {

    private final PointGate gate;
    private final Class<?> where;
    private final String returnType;
    private final @Nullable Object self;
    private final @Nullable Object[] arguments;
    private boolean changed;

    WovenCall(PointGate gate, Class<?> where, String returnType, @Nullable Object self, @Nullable Object[] arguments) {
        this.gate = gate;
        this.where = where;
        this.returnType = returnType;
        this.self = self;
        this.arguments = arguments;
    }

    @Override
    public PointGate gate() {
        return gate;
    }

    @Override
    public Class<?> where() {
        return where;
    }

    @Override
    public Class<?> returnType() {
        return ReturnTypes.load(returnType, where.getClassLoader());
    }

    @Override
    public @Nullable Object self() {
        return self;
    }

    @Override
    public @Nullable Object argument(int index) {
        return arguments[index];
    }

    @Override
    public void argument(int index, @Nullable Object replacement) {
        arguments[index] = replacement;
        changed = true;
    }

    /** The arguments, if one was replaced. */
    @Nullable
    Object @Nullable [] replaced() {
        return changed ? arguments : null;
    }
}
