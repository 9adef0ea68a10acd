package dev.chaos4j.agent.points;

import dev.chaos4j.agent.bridge.Nesting;
import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.bridge.SkipToken;
import dev.chaos4j.agent.bridge.Token;
import dev.chaos4j.agent.bridge.Token.Ending;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.spi.Crossing;
import dev.chaos4j.spi.Entrance;
import dev.chaos4j.spi.OngoingCall;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.MethodOperation;
import org.jspecify.annotations.Nullable;

/**
 * A Java method as injection point, while something is armed there. Thread-safe.
 *
 * @param entrance where its calls enter the gate
 * @param operation a call outside of others
 * @param returnType the name of the return type as in source code
 * @param chain the methods that may call one another for one logical call
 */
record MethodSite(Entrance entrance, MethodOperation operation, String returnType, Chain chain, OurErrors errors)
        implements Site {

    @Override
    public @Nullable Token enter(Class<?> where, @Nullable Object self, @Nullable Object @Nullable [] arguments) {
        if (OngoingCall.areProxiesExpected()) {
            return enterBesideProxies(where, self);
        }
        if (chain.isShared()) {
            return enterChain(where, self);
        }
        Passage passage = entrance.enter(operation);
        return passage == null ? null : begin(passage, where, null, null);
    }

    /** As in a chain; the proxies of this copy of Chaos4j are part of it. */
    private Token enterBesideProxies(Class<?> where, @Nullable Object self) {
        OngoingCall ongoing = OngoingCall.ofMethod(operation, self);
        Passage passage = entrance.enter(ongoing.operation());
        Token token = passage == null ? null : begin(passage, where, null, ongoing);
        return token == null ? new Token(null, new OngoingEnding(ongoing)) : token;
    }

    private @Nullable Token enterChain(Class<?> where, @Nullable Object self) {
        Nesting nesting = chain.here();
        Object outer = nesting.operation();
        MethodOperation here = outer instanceof MethodOperation around
                ? operation.inside(around, self != null && self == nesting.receiver())
                : operation;
        Passage passage = entrance.enter(here);
        boolean noted = nesting.push(here, self);
        if (passage != null) {
            return begin(passage, where, noted ? nesting : null, null);
        }
        return noted ? nesting.popping() : null;
    }

    private @Nullable Token begin(
            Passage passage, Class<?> where, @Nullable Nesting nesting, @Nullable OngoingCall ongoing) {
        boolean before = OwnWork.begin();
        try {
            ClassLoader loader = where.getClassLoader();
            Crossing crossing = Crossing.begin(passage, ReturnTypes.load(returnType, loader), loader);
            Ending ending = new CrossingEnding(crossing, nesting, ongoing);
            return crossing.skipsBody() ? new SkipToken(ending) : new Token(null, ending);
        } catch (Throwable ofOurs) {
            errors.report("applying a decision at " + operation.point(), ofOurs);
            passage.endOk();
            return nesting == null ? null : nesting.popping();
        } finally {
            OwnWork.end(before);
        }
    }

    @Override
    public void construct(Class<?> where) throws Throwable {
        Passage passage = entrance.enter(operation);
        Token token = passage == null ? null : begin(passage, where, null, null);
        if (token == null) {
            return;
        }
        token.end(null, null);
        Throwable forTheCaller = token.thrown();
        if (forTheCaller != null) {
            throw forTheCaller;
        }
    }

    /** Nothing was done to the call, but others may look for it. */
    private record OngoingEnding(OngoingCall ongoing) implements Ending {
        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable bodyThrew) throws Throwable {
            ongoing.end();
            if (bodyThrew != null) {
                throw bodyThrew;
            }
            return returned;
        }
    }

    private record CrossingEnding(
            Crossing crossing,
            @Nullable Nesting nesting,
            @Nullable OngoingCall ongoing) implements Ending {
        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable bodyThrew) throws Throwable {
            if (nesting != null) {
                nesting.pop();
            }
            if (ongoing != null) {
                ongoing.end();
            }
            boolean before = OwnWork.begin();
            try {
                return crossing.end(returned, bodyThrew);
            } finally {
                OwnWork.end(before);
            }
        }
    }
}
