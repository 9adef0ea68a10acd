package dev.chaos4j.internal.engine;

import dev.chaos4j.internal.proxy.Wrapper;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ArmedPlace;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session of the engine. Thread-safe: arming by name takes the session's lock, everything else is concurrent. */
public final class EngineSession implements ChaosSession {

    private final Engine engine;
    private final boolean seedChosen;
    private volatile long seed;
    private final Scope scope;
    private final @Nullable ChaosContext context;
    private final Journal journal;
    private final List<ArmedFault> active = new CopyOnWriteArrayList<>();
    private final List<ActiveFault> ever = new CopyOnWriteArrayList<>();
    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private final List<ScenarioPlayer> players = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, Long>> firingListeners = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, AtomicLong> firedByName = new ConcurrentHashMap<>();
    private final List<Runnable> closeActions = new CopyOnWriteArrayList<>();
    private boolean closed;

    EngineSession(Engine engine, OptionalLong chosenSeed, Scope scope, int journalCapacity) {
        this.engine = engine;
        this.seedChosen = chosenSeed.isPresent();
        this.seed = chosenSeed.orElseGet(engine::freshSeed);
        this.scope = scope;
        this.context = contextOf(scope);
        this.journal = Journal.ring(journalCapacity, engine::nanos);
    }

    private static @Nullable ChaosContext contextOf(Scope scope) {
        String test = scope.testId();
        if (test != null) {
            return ChaosContext.ofTest(test);
        }
        return scope instanceof Scope.Request request ? ChaosContext.ofRequest(request.id()) : null;
    }

    @Override
    public synchronized ArmedFault arm(PlannedFault plan) {
        return arm(plan, basis());
    }

    synchronized ArmedFault arm(PlannedFault plan, Basis basis) {
        requireFree(plan);
        ArmedFault fault = engine.prepare(this, plan, basis);
        arm(fault, engine::goLive);
        return fault;
    }

    @Override
    public synchronized ArmedPlace armAt(InjectionPoint own, PlannedFault plan) {
        requireFree(plan);
        OwnPlace place = new OwnPlace(this, plan, own);
        arm(place.fault(), bound -> {});
        return place;
    }

    private void requireFree(PlannedFault plan) {
        requireOpen();
        if (active.stream().anyMatch(fault -> fault.plan().name().equals(plan.name()))) {
            throw new IllegalArgumentException("A fault named '" + plan.name()
                    + "' is armed already; disarm it first, or give this one a name with named(...)");
        }
    }

    /** Tells of the fault before it goes live, so that no injection is on record before its fault is; all or nothing. */
    private void arm(ArmedFault fault, Consumer<ArmedFault> goLive) {
        active.add(fault);
        ever.add(fault);
        try {
            engine.log().armed(fault);
            recordArmed(fault.plan());
            goLive.accept(fault);
            engine.limitTime(fault);
        } catch (RuntimeException | Error failed) {
            ever.remove(fault);
            Undoing.after(failed)
                    .step(() -> engine.disarm(fault, "it could not be armed"))
                    .done();
        }
    }

    private void recordArmed(PlannedFault plan) {
        journal.record((sequence, nanos) -> new Entry.Armed(
                sequence,
                nanos,
                plan.name(),
                plan.fault().describe() + " at " + plan.target().describe() + ", "
                        + plan.trigger().describe()));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("This session is closed; nothing can be armed in it any more");
        }
    }

    @Override
    public List<ActiveFault> active() {
        return List.copyOf(active);
    }

    @Override
    public List<ActiveFault> armedEver() {
        return List.copyOf(ever);
    }

    @Override
    public <T> T wrap(T delegate, Class<T> type) {
        return Wrapper.wrap(delegate, type, engine);
    }

    @Override
    public <T extends @Nullable Object> T call(String name, Callable<T> work) throws Exception {
        ChaosContext outer = ChaosContext.current() == null ? context : ChaosContext.current();
        long id = engine.nextId();
        OperationRecord record = OperationRecord.call(List.of(journal), id, name, outer);
        ChaosContext inside = outer == null ? ChaosContext.ofCall(id) : outer.withCall(id);
        try (var stay = inside.open()) {
            T result = work.call();
            record.ended(null);
            return result;
        } catch (Throwable error) {
            record.ended(error);
            throw error;
        }
    }

    @Override
    public Registration observe(Target target) {
        return observe(target, false);
    }

    @Override
    public Registration observeCalls(Target target) {
        return observe(target, true);
    }

    private synchronized Registration observe(Target target, boolean calls) {
        requireOpen();
        Observer observer = engine.observe(this, target, calls);
        observers.add(observer);
        return () -> {
            observers.remove(observer);
            engine.ignore(observer);
        };
    }

    @Override
    public synchronized ScenarioRun run(Scenario scenario) {
        requireOpen();
        ScenarioPlayer player = new ScenarioPlayer(this, scenario);
        players.add(player);
        player.start();
        return player;
    }

    @Override
    public void disarmAll() {
        disarming().done();
    }

    private Undoing disarming() {
        return new Undoing()
                .each(players, ScenarioPlayer::close)
                .each(active, fault -> engine.disarm(fault, "all disarmed"));
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public @Nullable ChaosContext context() {
        return context;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Undoing undoing = disarming().each(observers, engine::ignore).each(closeActions, Runnable::run);
        observers.clear();
        closeActions.clear();
        undoing.done();
    }

    void onClose(Runnable action) {
        closeActions.add(action);
    }

    Engine engine() {
        return engine;
    }

    /** For what is armed by itself: it counts what has fired since the faults were armed that are armed now. */
    Basis basis() {
        Map<String, Long> before = firedUpToNow();
        for (ArmedFault fault : active) {
            String name = fault.plan().name();
            before.put(name, fault.basis().firedBefore(name));
        }
        return new Basis(seed, before);
    }

    /** For what a scenario arms: its own seed unless one was chosen, and what has fired since the scenario began. */
    Basis basisOf(Scenario scenario) {
        long itsSeed = seedChosen ? seed : scenario.ownSeed().orElse(seed);
        if (ever.isEmpty()) {
            seed = itsSeed;
        }
        return new Basis(itsSeed, firedUpToNow());
    }

    private Map<String, Long> firedUpToNow() {
        Map<String, Long> counts = new HashMap<>();
        firedByName.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    long firedBy(String name) {
        AtomicLong count = firedByName.get(name);
        return count == null ? 0 : count.get();
    }

    void onFired(ArmedFault fault, long number) {
        String name = fault.plan().name();
        long total = firedByName.computeIfAbsent(name, any -> new AtomicLong()).incrementAndGet();
        if (number == 1) {
            engine.log().firstFired(fault);
        }
        firingListeners.forEach(listener -> listener.accept(name, total));
    }

    Registration onFiring(BiConsumer<String, Long> listener) {
        firingListeners.add(listener);
        return () -> firingListeners.remove(listener);
    }

    void recordReleased(ArmedFault fault, long held) {
        journal.record((sequence, nanos) ->
                new Entry.Released(sequence, nanos, fault.plan().name(), held));
    }

    void recordDisarmed(ArmedFault fault, String why) {
        active.remove(fault);
        journal.record((sequence, nanos) ->
                new Entry.Disarmed(sequence, nanos, fault.plan().name(), why, fault.fired()));
    }

    void ended(ScenarioPlayer player) {
        players.remove(player);
    }
}
