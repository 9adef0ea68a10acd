package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.spi.Gate;
import dev.chaos4j.spi.InjectionBackend;
import dev.chaos4j.spi.PointGate;
import dev.chaos4j.spi.Sleeper;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveReport;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodTarget;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.SettingTarget;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The one gate. It holds what is armed and observed, and binds it to the injection points.
 *
 * <p>Concurrency: arming, disarming, observing and the discovery of points change state under one lock, which is never
 * held while weaving or while an operation passes. Operations read immutable snapshots. So an operation that begins
 * after {@code arm} has returned sees the fault, and one that begins after {@code disarm} has returned does not.
 */
public final class Engine implements Gate {

    private final Environment environment;
    private final Backends backends;
    private final EngineLog log;
    private final Object lock = new Object();
    private final ConcurrentMap<InjectionPoint, EnginePoint> points = new ConcurrentHashMap<>();
    private final List<ArmedFault> faults = new CopyOnWriteArrayList<>();
    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    /**
     * An engine of its own.
     *
     * @param environment clock, sleeper and seeds
     * @param backends asked once, when the first target needs weaving
     */
    public Engine(Environment environment, Supplier<List<InjectionBackend>> backends) {
        this(environment, backends, new EngineLog());
    }

    Engine(Environment environment, Supplier<List<InjectionBackend>> backends, EngineLog log) {
        this.environment = environment;
        this.backends = new Backends(backends);
        this.log = log;
    }

    /** A new session with a seed, a scope and a journal capacity of its own. */
    public EngineSession session(long seed, Scope scope, int journalCapacity) {
        return session(OptionalLong.of(seed), scope, journalCapacity);
    }

    /** A new session; if nobody has chosen a seed, a fresh one, which gives way to that of a scenario. */
    EngineSession session(OptionalLong chosenSeed, Scope scope, int journalCapacity) {
        return new EngineSession(this, chosenSeed, scope, journalCapacity);
    }

    long freshSeed() {
        return environment.random().freshSeed();
    }

    /** How many errors of ours were kept from the application. */
    public long internalErrors() {
        return log.errors();
    }

    @Override
    public PointGate at(InjectionPoint point) {
        EnginePoint known = points.get(point);
        if (known != null) {
            return known;
        }
        synchronized (lock) {
            return points.computeIfAbsent(point, added -> {
                EnginePoint created = new EnginePoint(this, added);
                rebind(created);
                return created;
            });
        }
    }

    /** Weaves what a fault needs; it is not live yet. */
    ArmedFault prepare(EngineSession session, PlannedFault plan, Basis basis) {
        boolean inContext = session.context() != null || isForSome(plan.scope().orElse(session.scope()));
        return new ArmedFault(plan, session, basis, weave(plan.target(), inContext));
    }

    /** Binds a prepared fault, unless it has been disarmed meanwhile; from here on it fires. */
    void goLive(ArmedFault fault) {
        synchronized (lock) {
            if (fault.isArmed()) {
                faults.add(fault);
                rebindAll();
            }
        }
    }

    /** Starts the longest time of a fault that is live now; if it is over at once, the fault is disarmed here. */
    void limitTime(ArmedFault fault) {
        fault.endAfter(
                sleeper().after(Durations.nanos(fault.plan().blastRadius().time())));
    }

    /** Ends a fault, once. Each step is tried although another fails; the first failure is thrown at the end. */
    boolean disarm(ArmedFault fault, String why) {
        if (!fault.end(why)) {
            return false;
        }
        synchronized (lock) {
            faults.remove(fault);
            rebindAll();
        }
        new Undoing()
                // before the release, so that its time tells who ended a wait
                .step(() -> fault.session().recordDisarmed(fault, why))
                .step(fault::letAllGo)
                .step(fault.weave()::close)
                .step(() -> log.disarmed(fault, why))
                .done();
        return true;
    }

    Observer observe(EngineSession session, Target target, boolean calls) {
        Observer observer = new Observer(session, target, calls, weave(target, calls || session.context() != null));
        synchronized (lock) {
            observers.add(observer);
            rebindAll();
        }
        return observer;
    }

    void ignore(Observer observer) {
        synchronized (lock) {
            if (!observers.remove(observer)) {
                return;
            }
            rebindAll();
        }
        observer.weave().close();
    }

    /** Whether only the context tells for whom an operation is. */
    private static boolean isForSome(Scope scope) {
        return scope instanceof Scope.Test || scope instanceof Scope.Request;
    }

    /** Weaves the target; where contexts matter, they are carried along meanwhile. */
    private Weave weave(Target target, boolean inContext) {
        return inContext || target.kind() != OperationKind.METHOD
                ? backends.weaveAndCarry(target, this)
                : backends.weave(target, this);
    }

    /** Keeps the target woven, without a fault, until the returned is closed. */
    Weave keepWoven(Target target) {
        return backends.weave(target, this);
    }

    private void rebindAll() {
        points.values().forEach(this::rebind);
    }

    private void rebind(EnginePoint gate) {
        InjectionPoint point = gate.point();
        List<Binding> bound = new ArrayList<>();
        List<EngineSession> armedHere = new ArrayList<>();
        for (ArmedFault fault : faults) {
            if (concerns(fault.plan().target(), point)) {
                if (!armedHere.contains(fault.session())) {
                    armedHere.add(fault.session());
                }
                if (!point.isCall()) {
                    bound.add(kept(gate, fault));
                }
            }
        }
        List<Observer> observing = observers.stream()
                .filter(observer -> concerns(observer.target(), point))
                .toList();
        gate.rebind(bound, armedHere, observing);
    }

    /** The binding that is there already, so that its index goes on, or a new one. */
    private static Binding kept(EnginePoint gate, ArmedFault fault) {
        for (Binding binding : gate.faults()) {
            if (binding.fault() == fault) {
                return binding;
            }
        }
        return Binding.of(fault, gate.point());
    }

    private static boolean concerns(Target target, InjectionPoint point) {
        if (target.kind() != point.kind()) {
            return false;
        }
        if (target instanceof NetworkTarget network) {
            return network.passes(point);
        }
        if (target instanceof SettingTarget setting) {
            return setting.passes(point);
        }
        return !(target instanceof MethodTarget methods) || point.method() == null || methods.matches(point.method());
    }

    /** What the fault reaches: by weaving, and through wrapped objects. */
    WeaveReport report(ArmedFault fault) {
        return backends.report(fault.weave(), fault.plan().target(), points.keySet());
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    long nanos() {
        return environment.time().nanos();
    }

    /** Goes on with what the application does once a fault lets it go. */
    void resume(Runnable application) {
        backends.resume(application);
    }

    Sleeper sleeper() {
        return environment.sleeper();
    }

    EngineLog log() {
        return log;
    }

    Object lock() {
        return lock;
    }

    CompletableFuture<?> after(long nanos) {
        return environment.sleeper().after(nanos);
    }
}
