package dev.chaos4j.check.planted;

import dev.chaos4j.check.Limits;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.internal.engine.Engine;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.resilience4j.Resilience4jObserver;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A session with a store behind a gate, in virtual time or in real time. */
public final class Lab implements AutoCloseable {

    static final Fault REFUSED = Failure.network(NetworkError.CONNECTION_REFUSED);

    final VirtualTime time;
    final MapStore stored = new MapStore();
    final ChaosSession session;
    final Store store;
    final Resilience4jObserver observer;

    private Lab(VirtualTime time, Environment environment) {
        this.time = time;
        session = new Engine(environment, List::of).session(42, Scope.jvm(), 100_000);
        store = session.wrap(stored, Store.class);
        observer = Resilience4jObserver.on(session.journal());
        session.observe(Target.method(Store.class, "*"));
    }

    public static Lab inVirtualTime() {
        VirtualTime time = new VirtualTime();
        return new Lab(time, new Environment(time, time, () -> 42));
    }

    public static Lab inRealTime() {
        return new Lab(new VirtualTime(), Environment.system());
    }

    ActiveFault arm(Fault fault, Trigger trigger) {
        return session.arm(fault, Target.method(Store.class, "*"), trigger);
    }

    /** One logical call; what it throws is the client's business and in the journal. */
    void call(String name, Callable<?> work) {
        try {
            session.call(name, work);
        } catch (Exception recorded) {
            // the journal has it
        }
    }

    void calls(int times, Callable<?> work) {
        for (int i = 0; i < times; i++) {
            call("image", work);
        }
    }

    void pass(Duration duration) {
        time.pass(duration);
    }

    Played recording() {
        return new Played(JournalSnapshot.of(session.journal()), Limits.none(), null, null);
    }

    Played recording(Limits limits) {
        return recording().declaring(limits);
    }

    @Override
    public void close() {
        observer.close();
        session.close();
    }
}
