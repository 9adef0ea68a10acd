package dev.chaos4j.check.planted;

import dev.chaos4j.check.Limits;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Setting;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.internal.engine.Engine;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.resilience4j.Resilience4jObserver;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A session with a store behind a gate, in virtual time or in real time. */
public final class Lab implements AutoCloseable {

    static final Fault REFUSED = Failure.network(NetworkError.CONNECTION_REFUSED);

    final VirtualTime time;
    final MapStore stored = new MapStore();
    final ChaosSession session;
    final Store store;
    final Resilience4jObserver observer;
    private final Engine engine;

    private Lab(VirtualTime time, Environment environment) {
        this.time = time;
        engine = new Engine(environment, List::of);
        session = engine.session(42, Scope.jvm(), 100_000);
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

    /** Reads a setting as the agent lets a program read it. */
    @Nullable
    String read(String name, String right) {
        Passage passage = engine.at(SettingRead.POINT).enter(new SettingRead(name));
        if (passage == null) {
            return right;
        }
        passage.endOk();
        return passage.decision().outcome() instanceof WrongSetting wrong
                ? wrong.instead(new Setting(name, right), other -> null)
                : right;
    }

    private record SettingRead(String setting) implements Operation {

        static final InjectionPoint POINT = InjectionPoint.ofClient(OperationKind.SETTING, "java.util.Properties#get");

        @Override
        public InjectionPoint point() {
            return POINT;
        }

        @Override
        public @Nullable String attribute(String name) {
            return name.equals("name") ? setting : null;
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
