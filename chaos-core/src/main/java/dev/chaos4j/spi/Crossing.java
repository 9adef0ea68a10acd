package dev.chaos4j.spi;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.trigger.Dice;
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
    private final @Nullable ClassLoader loader;
    private final ChaosContext.Opened stay;
    private @Nullable Throwable failure;
    private @Nullable Object answer;
    private boolean answered;

    private Crossing(Passage passage, Class<?> returnType, @Nullable ClassLoader loader) {
        this.passage = passage;
        this.returnType = returnType;
        this.loader = loader;
        this.stay = passage.open();
    }

    /**
     * Begins a crossing: on a synchronous method, waits through the delay and the hold.
     *
     * @param returnType the method's return type; {@code void.class} for constructors
     * @param loader the calling class's loader, in which exceptions given by name are looked up
     */
    public static Crossing begin(Passage passage, Class<?> returnType, @Nullable ClassLoader loader) {
        Crossing crossing = new Crossing(passage, returnType, loader);
        if (!crossing.isAsynchronous()) {
            crossing.waitHere();
        }
        if (crossing.failure == null) {
            crossing.settle(passage.decision().outcome());
        }
        return crossing;
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
        try {
            if (outcome instanceof Failure fails) {
                failure = fails.create(loader);
            } else if (outcome instanceof Reply reply) {
                settleReply(reply);
            } else if (outcome != null && !(outcome instanceof LostReply) && !(outcome instanceof Corruption)) {
                passage.notApplied("a method has no endpoint, so '" + outcome.describe()
                        + "' cannot be applied to it; use a target of the client's own kind (http or aws)");
            }
        } catch (RuntimeException unusable) {
            passage.notApplied(String.valueOf(unusable.getMessage()));
        } catch (LinkageError | AssertionError ofASupplier) {
            passage.notApplied(String.valueOf(ofASupplier));
        }
    }

    private void settleReply(Reply reply) {
        if (reply.isProtocol()) {
            passage.notApplied("a method cannot answer with the protocol status " + reply.status()
                    + "; use Reply.value(...), or a target of kind http or aws");
            return;
        }
        Object value = reply.value();
        if (isAsynchronous() && !(value instanceof CompletionStage)) {
            value = CompletableFuture.completedFuture(value);
        }
        if (Values.fits(returnType, value)) {
            answer = value;
            answered = true;
        } else {
            passage.notApplied(Values.misfit(returnType, value));
        }
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
        if (isAsynchronous() && thrown == null) {
            return AsyncEnd.of(passage, loader, failure, answered ? answer : returned);
        }
        Throwable error = failure != null ? failure : thrown;
        if (error == null && passage.decision().outcome() instanceof LostReply lost) {
            error = create(lost.failure());
        }
        if (error != null) {
            passage.endFailed(error);
            throw error;
        }
        Object result = damaged(answered ? answer : returned);
        passage.endOk();
        return result;
    }

    private @Nullable Throwable create(Failure toThrow) {
        try {
            return toThrow.create(loader);
        } catch (RuntimeException unusable) {
            passage.notApplied(String.valueOf(unusable.getMessage()));
            return null;
        }
    }

    private @Nullable Object damaged(@Nullable Object value) {
        Decision decision = passage.decision();
        if (!(decision.outcome() instanceof Corruption corruption) || returnType == void.class) {
            return value;
        }
        return Values.damaged(corruption, value, returnType, passage, Dice.sequence(decision.draw()));
    }
}
