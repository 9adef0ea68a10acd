package dev.chaos4j.agent.points;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.bridge.SkipToken;
import dev.chaos4j.agent.bridge.Token;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.spi.Crossing;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.target.MethodOperation;
import org.jspecify.annotations.Nullable;

/** A Java method as injection point. Thread-safe. */
final class MethodSite extends Site {

    private final PointGate gate;
    private final MethodOperation operation;
    private final String returnType;
    private final OurErrors errors;

    MethodSite(PointGate gate, String returnType, OurErrors errors) {
        this.gate = gate;
        this.operation = MethodOperation.at(gate.point());
        this.returnType = returnType;
        this.errors = errors;
    }

    @Override
    public @Nullable Token enter(Class<?> where, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
        Passage passage = gate.enter(operation);
        return passage == null ? null : begin(passage, where);
    }

    private @Nullable Token begin(Passage passage, Class<?> where) {
        try {
            ClassLoader loader = where.getClassLoader();
            Crossing crossing = Crossing.begin(passage, ReturnTypes.load(returnType, loader), loader);
            return crossing.skipsBody() ? new SkipToken(crossing::end) : new Token(null, crossing::end);
        } catch (Throwable ofOurs) {
            errors.report("applying a decision at " + gate.point(), ofOurs);
            passage.endOk();
            return null;
        }
    }

    @Override
    public void construct(Class<?> where) throws Throwable {
        Passage passage = gate.enter(operation);
        Token token = passage == null ? null : begin(passage, where);
        if (token == null) {
            return;
        }
        token.end(null, null);
        Throwable forTheCaller = token.thrown();
        if (forTheCaller != null) {
            throw forTheCaller;
        }
    }
}
