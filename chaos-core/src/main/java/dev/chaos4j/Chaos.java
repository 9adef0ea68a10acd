package dev.chaos4j;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.internal.engine.JvmEngine;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.util.function.Consumer;

/**
 * The front door. Everything here goes to the current session: the one of the running test, or else the one of this
 * JVM. On a thread that still works for a test which is over, everything but {@link #wrap}, {@link #session} and
 * {@link #disarmAll} throws {@link IllegalStateException}: nothing falls back to the whole JVM. Thread-safe.
 *
 * <pre>{@code
 * try (ActiveFault slow = Chaos.arm(Latency.of(ofMillis(300)), Target.method("shop.Inventory#stock"))) {
 *     ...
 *     slow.fired();
 * }
 * }</pre>
 */
public final class Chaos {

    private Chaos() {}

    /** Makes a fault live at each operation of the target; see {@link ChaosSession#arm(PlannedFault)}. */
    public static ActiveFault arm(Fault fault, Target target) {
        return current().arm(fault, target);
    }

    /** Makes a fault live; see {@link ChaosSession#arm(PlannedFault)}. */
    public static ActiveFault arm(Fault fault, Target target, Trigger trigger) {
        return current().arm(fault, target, trigger);
    }

    /** Makes a fault live; see {@link ChaosSession#arm(PlannedFault)}. */
    public static ActiveFault arm(PlannedFault plan) {
        return current().arm(plan);
    }

    /**
     * An object of the interface whose calls pass the gate and then go to {@code delegate}. Needs no agent.
     *
     * @throws IllegalArgumentException if {@code type} is not an interface
     */
    public static <T> T wrap(T delegate, Class<T> type) {
        return JvmEngine.wrap(delegate, type);
    }

    /** Plays a scenario in the background, beginning now. */
    public static ScenarioRun run(Scenario scenario) {
        return current().run(scenario);
    }

    /** Disarms every fault of every session in this JVM that was armed through this class loader's Chaos4j. */
    public static void disarmAll() {
        JvmEngine.disarmAll();
    }

    /** Tells the listener of each journal entry of the current session from now on. */
    public static Registration on(Consumer<? super Entry> listener) {
        return current().on(listener);
    }

    /**
     * The session of the running test, or else the one of this JVM.
     *
     * @throws IllegalStateException if the current thread works for a test that is over
     */
    public static ChaosSession current() {
        return JvmEngine.current();
    }

    /**
     * A new session with a seed, a scope and a journal of its own; close it when done.
     *
     * @throws IllegalStateException if {@code options} have no seed and {@code -Dchaos4j.seed} is not a number
     */
    public static ChaosSession session(SessionOptions options) {
        return JvmEngine.open(options);
    }
}
