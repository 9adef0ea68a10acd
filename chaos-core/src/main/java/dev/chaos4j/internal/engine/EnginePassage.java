package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One operation on its way through the gate. */
final class EnginePassage implements Passage {

    private final Engine engine;
    private final Decision decision;
    private final List<Firing> firings;
    private final @Nullable OperationRecord record;
    private final @Nullable ChaosContext inside;
    private final AtomicBoolean ended = new AtomicBoolean();

    EnginePassage(
            Engine engine,
            Decision decision,
            List<Firing> firings,
            @Nullable OperationRecord record,
            @Nullable ChaosContext inside) {
        this.engine = engine;
        this.decision = decision;
        this.firings = firings;
        this.record = record;
        this.inside = inside;
    }

    @Override
    public Decision decision() {
        return decision;
    }

    @Override
    public void await() throws InterruptedException {
        Wait wait = Wait.ofThread();
        register(wait);
        try {
            if (decision.delayNanos() > 0) {
                engine.sleeper().sleep(decision.delayNanos(), decision.precise(), wait::isReleased);
            }
            if (decision.hang() != null && !wait.isReleased()) {
                engine.sleeper().sleep(holdNanos(decision.hang()), false, wait::isReleased);
            }
        } finally {
            unregister(wait);
        }
    }

    private static long holdNanos(Hang hang) {
        return hang.limit().map(Durations::nanos).orElse(Long.MAX_VALUE);
    }

    @Override
    public CompletableFuture<@Nullable Void> awaitAsync() {
        if (!decision.waits()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
        hold(asyncNanos(), result, () -> result.complete(null), () -> result.complete(null));
        return result;
    }

    @Override
    public CompletableFuture<Boolean> after(long nanos) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        hold(nanos, result, () -> result.complete(true), () -> result.complete(false));
        return result;
    }

    @Override
    public CompletableFuture<@Nullable Void> released() {
        CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
        Wait wait = Wait.ofFuture();
        List<Firing> settling = settling();
        settling.forEach(firing -> firing.fault().hold(wait));
        wait.released().thenRun(() -> result.complete(null));
        result.whenComplete(
                (nothing, error) -> settling.forEach(firing -> firing.fault().letGo(wait)));
        return result;
    }

    /** What brought the outcome: the end of another fault at the same operation is nothing to it. All if there is none. */
    private List<Firing> settling() {
        return firings.stream()
                .filter(firing -> firing.parts().outcome() != null)
                .findFirst()
                .map(List::of)
                .orElse(firings);
    }

    /** What comes then is the application's: it never keeps the thread that releases or disarms. */
    private void hold(long nanos, CompletableFuture<?> result, Runnable over, Runnable released) {
        Wait wait = Wait.ofFuture();
        register(wait);
        CompletableFuture<@Nullable Void> timer = timer(nanos);
        timer.thenRun(() -> engine.resume(over));
        wait.released().thenRun(() -> engine.sleeper().aside(() -> engine.resume(released)));
        result.whenComplete((nothing, error) -> {
            timer.cancel(false);
            unregister(wait);
        });
    }

    private CompletableFuture<@Nullable Void> timer(long nanos) {
        return nanos == Long.MAX_VALUE
                ? new CompletableFuture<>()
                : engine.sleeper().after(nanos);
    }

    private long asyncNanos() {
        Hang hang = decision.hang();
        long hold = hang == null ? 0 : holdNanos(hang);
        long sum = decision.delayNanos() + hold;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private void register(Wait wait) {
        firings.forEach(firing -> firing.fault().hold(wait));
    }

    private void unregister(Wait wait) {
        firings.forEach(firing -> firing.fault().letGo(wait));
    }

    @Override
    public ChaosContext.Opened open() {
        return inside == null ? () -> {} : inside.open();
    }

    @Override
    public void notApplied(String why) {
        takeBack(parts -> parts.outcome() != null, why);
    }

    @Override
    public void notWaited(String why) {
        takeBack(Decision::waits, why);
    }

    private void takeBack(Predicate<Decision> which, String why) {
        firings.stream().filter(firing -> which.test(firing.parts())).forEach(firing -> firing.notApplied(why));
    }

    @Override
    public void endOk() {
        if (ended.compareAndSet(false, true)) {
            firings.forEach(firing -> firing.fault().leave());
            if (record != null) {
                record.ended(null);
            }
        }
    }

    @Override
    public void endFailed(Throwable error) {
        if (ended.compareAndSet(false, true)) {
            firings.forEach(firing -> firing.fault().leave());
            if (record != null) {
                record.ended(error);
            }
        }
    }
}
