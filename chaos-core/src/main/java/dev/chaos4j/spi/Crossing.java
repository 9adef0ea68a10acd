package dev.chaos4j.spi;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.trigger.Dice;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Applies a decision around a method whose body runs elsewhere: woven code and proxies begin a crossing, run the body
 * unless it is to be skipped, and end it. On methods that return a {@link CompletionStage} nothing blocks: the delay
 * and the hold come before the completion instead. Confined to the thread that runs the method.
 */
public final class Crossing {

    private final Passage passage;
    private final Class<?> returnType;
    private final Thrower thrower;
    private final ChaosContext.Opened stay;
    private @Nullable Throwable failure;
    private @Nullable Object answer;
    private boolean answered;

    private Crossing(Passage passage, Class<?> returnType, @Nullable ClassLoader loader, @Nullable Method proxied) {
        this.passage = passage;
        this.returnType = returnType;
        this.thrower = new Thrower(passage, loader, isAsynchronous() ? null : proxied);
        this.stay = passage.open();
    }

    /**
     * Begins a crossing: on a synchronous method, waits through the delay and the hold.
     *
     * @param returnType the method's return type; {@code void.class} for constructors
     * @param loader the calling class's loader, in which exceptions given by name are looked up
     */
    public static Crossing begin(Passage passage, Class<?> returnType, @Nullable ClassLoader loader) {
        return begin(new Crossing(passage, returnType, loader, null));
    }

    /**
     * The same for a proxy of an interface, which can throw only what the method declares: any other checked exception
     * would reach the caller as an {@link java.lang.reflect.UndeclaredThrowableException}, and is not applied.
     *
     * @param method the interface's method
     * @param loader the calling class's loader, in which exceptions given by name are looked up
     */
    public static Crossing beginProxied(Passage passage, Method method, @Nullable ClassLoader loader) {
        return begin(new Crossing(passage, method.getReturnType(), loader, method));
    }

    private static Crossing begin(Crossing crossing) {
        try {
            crossing.enter();
        } catch (Throwable error) {
            crossing.stay.close();
            crossing.passage.endFailed(error);
            throw error;
        }
        return crossing;
    }

    private void enter() {
        if (!isAsynchronous()) {
            waitHere();
        }
        settle(passage.decision().outcome());
    }

    private boolean isAsynchronous() {
        return CompletionStage.class.isAssignableFrom(returnType)
                && returnType.isAssignableFrom(CompletableFuture.class);
    }

    private void waitHere() {
        if (!passage.decision().waits()) {
            return;
        }
        if (CompletionStage.class.isAssignableFrom(returnType)) {
            passage.notWaited("the completion of a " + returnType.getTypeName()
                    + " cannot be delayed without blocking; declare the method to return a CompletionStage or a"
                    + " CompletableFuture");
            return;
        }
        try {
            passage.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(@Nullable Outcome outcome) {
        if (outcome instanceof Failure fails) {
            failure = thrower.make(fails);
        } else if (outcome instanceof Reply reply) {
            settleReply(reply);
        } else if (outcome != null && !(outcome instanceof LostReply) && !(outcome instanceof Corruption)) {
            passage.notApplied("a method has no endpoint, so '" + outcome.describe()
                    + "' cannot be applied to it; use a target of the client's own kind (http or aws)");
        }
    }

    private void settleReply(Reply reply) {
        if (reply.isProtocol()) {
            passage.notApplied("a method cannot answer with the protocol status " + reply.status()
                    + "; use Reply.value(...), or a target of kind http or aws");
            return;
        }
        answered = UserCode.ask(passage, () -> answer(reply.value()), false);
    }

    private boolean answer(@Nullable Object given) {
        Object value = isAsynchronous() && !(given instanceof CompletionStage)
                ? CompletableFuture.completedFuture(given)
                : given;
        answer = Values.fitting(returnType, value);
        return true;
    }

    /** Whether the body must not run: the call fails or is answered without it. */
    public boolean skipsBody() {
        return failure != null || answered;
    }

    /**
     * Ends the crossing.
     *
     * @param returned what the body returned; null if it was skipped or threw
     * @param thrown what the body threw, or null
     * @return what the caller gets
     * @throws Throwable what the caller gets to see: the injected failure, or what the body threw
     */
    public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
        stay.close();
        try {
            if (isAsynchronous() && thrown == null) {
                return AsyncEnd.of(passage, thrower, failure, answered ? answer : returned);
            }
            Object result = result(returned, failure != null ? failure : thrown);
            passage.endOk();
            return result;
        } catch (Throwable error) {
            passage.endFailed(error);
            throw error;
        }
    }

    private @Nullable Object result(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
        Throwable error = thrown;
        if (error == null && passage.decision().outcome() instanceof LostReply lost) {
            error = thrower.make(lost.failure());
        }
        if (error != null) {
            throw error;
        }
        return damaged(answered ? answer : returned);
    }

    private @Nullable Object damaged(@Nullable Object value) {
        Decision decision = passage.decision();
        if (!(decision.outcome() instanceof Corruption corruption) || returnType == void.class) {
            return value;
        }
        return Values.damaged(corruption, value, returnType, passage, Dice.sequence(decision.draw()));
    }
}
