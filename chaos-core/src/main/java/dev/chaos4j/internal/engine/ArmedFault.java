package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Sequence;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.trigger.Conditions;
import dev.chaos4j.trigger.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One armed fault: its counters, limits and held calls. Thread-safe. Firing takes no lock; the limits of the blast
 * radius are exact, because each injection first takes its place in them.
 */
final class ArmedFault implements ActiveFault, Conditions {

    private static final int MOST_REASONS = 20;

    private final PlannedFault plan;
    private final EngineSession session;
    private final Scope scope;
    private final Weave weave;
    private final Basis basis;
    private final long armedAt;
    private final long number;
    private final List<Fault> parts;
    private final Map<Fault, ThrottleWindow> windows = new HashMap<>();

    private final ThreadCounters counters = new ThreadCounters();
    private final AtomicLong ordinals = new AtomicLong();
    private final AtomicLong places = new AtomicLong();
    private final AtomicLong fired = new AtomicLong();
    private final AtomicLong limited = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final AtomicLong displaced = new AtomicLong();
    private final Set<String> notApplied = new CopyOnWriteArraySet<>();
    private final Set<String> displacedBy = new CopyOnWriteArraySet<>();
    private volatile @Nullable CompletableFuture<?> lifetime;
    private volatile @Nullable String ended;

    ArmedFault(PlannedFault plan, EngineSession session, Basis basis, Weave weave) {
        this.plan = plan;
        this.session = session;
        this.scope = plan.scope().orElse(session.scope());
        this.weave = weave;
        this.basis = basis;
        this.armedAt = session.engine().nanos();
        this.number = session.engine().nextId();
        this.parts = plan.fault() instanceof Sequence sequence ? sequence.parts() : List.of(plan.fault());
        for (Fault part : parts) {
            if (part instanceof Throttling throttling) {
                windows.put(part, new ThrottleWindow(throttling));
            }
        }
    }

    @Override
    public PlannedFault plan() {
        return plan;
    }

    EngineSession session() {
        return session;
    }

    Scope scope() {
        return scope;
    }

    Weave weave() {
        return weave;
    }

    Basis basis() {
        return basis;
    }

    ThreadCounters counters() {
        return counters;
    }

    long nextOrdinal() {
        return ordinals.getAndIncrement();
    }

    @Override
    public long nanosSinceArmed() {
        return session.engine().nanos() - armedAt;
    }

    @Override
    public long firedBy(String faultName) {
        return session.firedBy(faultName) - basis.firedBefore(faultName);
    }

    /** Whether the connection of this operation was opened before this fault was armed. */
    boolean isAfterOpening(Operation operation) {
        return operation.openedAt() < number;
    }

    /** Takes a place within the blast radius and makes this fault's part of the decision; null if it is used up. */
    @Nullable
    Firing fire(long ordinal, long key, OperationKind kind) {
        DoubleSupplier dice = Dice.sequence(key);
        Decision.Builder builder = new Decision.Builder().draw(Dice.mix(key));
        for (Fault part : parts) {
            contribute(part, builder, dice, kind);
        }
        Decision decision = builder.build();
        if (decision.proceeds() || !takePlace()) {
            return null;
        }
        try {
            long number = fired.incrementAndGet();
            session.onFired(this, number);
            return new Firing(this, number, decision);
        } catch (Throwable ours) {
            leave();
            throw ours;
        }
    }

    private void contribute(Fault part, Decision.Builder builder, DoubleSupplier dice, OperationKind kind) {
        ThrottleWindow window = windows.get(part);
        if (window == null) {
            part.contribute(builder, dice);
        } else if (!window.tryAcquire(nanosSinceArmed())) {
            part.contribute(builder, dice);
            builder.end(kind.refusal());
        }
    }

    private boolean takePlace() {
        BlastRadius radius = plan.blastRadius();
        if (ended != null) {
            return false;
        }
        if (!comeUnderWay(radius.concurrent())) {
            limited.incrementAndGet();
            return false;
        }
        if (places.incrementAndGet() > radius.injections()) {
            leave();
            limited.incrementAndGet();
            return false;
        }
        return true;
    }

    /** Never counts above the limit, not even for a moment: that could refuse another call a place that is free. */
    private boolean comeUnderWay(int most) {
        int now = underWay.get();
        while (now < most) {
            if (underWay.compareAndSet(now, now + 1)) {
                return true;
            }
            now = underWay.get();
        }
        return false;
    }

    /** The injection has ended; its place among those at once is free again. */
    void leave() {
        underWay.decrementAndGet();
    }

    void hold(Wait wait) {
        waits.add(wait);
        if (ended != null) {
            wait.release();
        }
    }

    void letGo(Wait wait) {
        waits.remove(wait);
    }

    @Override
    public void release() {
        if (ended == null) {
            session.recordReleased(this, waits.size()); // before it is done, so that its time tells who ended a wait
        }
        letAllGo();
    }

    /** Ends every wait, without a word about it in the journal. */
    void letAllGo() {
        waits.forEach(Wait::release);
    }

    /** Kept and logged once for each reason; texts that differ each time must not fill the memory. */
    void notApplied(String why) {
        if (notApplied.size() < MOST_REASONS && notApplied.add(why)) {
            session.engine().log().notApplied(this, why);
        }
    }

    /** Another fault ended the call: a mistake only if that happens each time, so the status tells it only then. */
    void displaced(String why) {
        displaced.incrementAndGet();
        displacedBy.add(why);
    }

    private List<String> whyNotApplied() {
        List<String> reasons = new ArrayList<>(notApplied);
        if (displaced.get() >= fired.get()) {
            reasons.addAll(displacedBy);
        }
        return reasons;
    }

    /** Ends this fault when the timer does; a fault that ends earlier frees the timer. */
    void endAfter(CompletableFuture<?> timer) {
        lifetime = timer;
        timer.thenRun(() -> session.engine().disarm(this, "its longest time was over"));
        if (ended != null) {
            timer.cancel(false);
        }
    }

    boolean isArmed() {
        return ended == null;
    }

    /** Marks it ended; false if it already was. */
    synchronized boolean end(String why) {
        if (ended != null) {
            return false;
        }
        ended = why;
        CompletableFuture<?> timer = lifetime;
        if (timer != null) {
            timer.cancel(false);
        }
        return true;
    }

    @Override
    public long fired() {
        return fired.get();
    }

    @Override
    public FaultStatus status() {
        long eligible = counters.sum(ThreadCounters.ELIGIBLE);
        return new FaultStatus(
                plan.name(),
                plan.fault().describe() + " at " + plan.target().describe() + ", "
                        + plan.trigger().describe(),
                isArmed(),
                session.engine().report(this),
                eligible + counters.sum(ThreadCounters.PASSED_BY),
                eligible,
                fired.get(),
                limited.get(),
                whyNotApplied(),
                ended);
    }

    @Override
    public void close() {
        session.engine().disarm(this, "closed");
    }

    @Override
    public String toString() {
        return plan.name() + " (" + Durations.text(java.time.Duration.ofNanos(nanosSinceArmed())) + ")";
    }
}
