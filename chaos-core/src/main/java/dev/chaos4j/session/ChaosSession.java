package dev.chaos4j.session;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One run with its own seed, scope and journal: all faults armed through it end with it. Thread-safe.
 */
public interface ChaosSession extends AutoCloseable {

    /**
     * Makes a fault live.
     *
     * @throws IllegalArgumentException if a fault of this name is armed already
     * @throws IllegalStateException if the session is closed
     * @throws dev.chaos4j.spi.WeaveException if its target cannot be reached at all; nothing is armed then
     */
    ActiveFault arm(PlannedFault plan);

    /** Makes a fault live at each operation of the target; see {@link #arm(PlannedFault)}. */
    default ActiveFault arm(Fault fault, Target target) {
        return arm(PlannedFault.of(fault, target));
    }

    /** Makes a fault live; see {@link #arm(PlannedFault)}. */
    default ActiveFault arm(Fault fault, Target target, Trigger trigger) {
        return arm(PlannedFault.of(fault, target).when(trigger));
    }

    /**
     * Makes a fault live at one point of the caller's own. Nothing is woven for it, no other fault reaches it, and the
     * plan's target serves as its description only: for code that stands between caller and callee itself, such as the
     * answer of a mock.
     *
     * @throws IllegalArgumentException if a fault of this name is armed already
     * @throws IllegalStateException if the session is closed
     */
    ArmedPlace armAt(InjectionPoint own, PlannedFault plan);

    /** The faults that are armed now, in the order of arming. */
    List<ActiveFault> active();

    /** The handles of all faults that this session ever armed, in the order of arming. */
    List<ActiveFault> armedEver();

    /**
     * An object of the interface whose calls pass the gate and then go to {@code delegate}. Needs no agent.
     *
     * @throws IllegalArgumentException if {@code type} is not an interface
     */
    <T> T wrap(T delegate, Class<T> type);

    /**
     * Runs one logical call: all attempts made on its behalf, also in other threads that its context reaches, are
     * recorded as its attempts.
     *
     * @throws Exception what the work throws
     */
    <T extends @Nullable Object> T call(String name, Callable<T> work) throws Exception;

    /** Records each operation of the target as an attempt although no fault is armed for it. */
    Registration observe(Target target);

    /** Records each operation of the target as a logical call: attempts made inside it belong to it. */
    Registration observeCalls(Target target);

    /**
     * Plays a scenario in the background, beginning now. Its own seed counts unless the session was given one; see
     * {@link #seed()}.
     *
     * @throws IllegalArgumentException if a fault of its first stage has the name of one that is armed already
     * @throws IllegalStateException if the session is closed
     * @throws dev.chaos4j.spi.WeaveException if a target cannot be reached at all; nothing is armed then
     */
    ScenarioRun run(Scenario scenario);

    /**
     * Ends running scenarios and disarms all faults of this session; each is tried although another fails. A fault of
     * which the code cannot be restored is disarmed nevertheless.
     *
     * @throws RuntimeException the first failure, once all is done; the others are suppressed in it
     */
    void disarmAll();

    /** Tells the listener of each journal entry from now on. */
    default Registration on(java.util.function.Consumer<? super dev.chaos4j.journal.Entry> listener) {
        return journal().listen(listener);
    }

    /** The record of this session. */
    Journal journal();

    /**
     * The seed of this session's dice: the one it was given, or that of {@code -Dchaos4j.seed}. A session that was given
     * none takes over the seed of a scenario that is the first to arm something in it, so that this seed repeats the
     * run; else it has a fresh one.
     */
    long seed();

    /** The scope that faults get unless they bring their own. */
    Scope scope();

    /** The context in which work belongs to this session; null if the scope is the JVM. */
    @Nullable
    ChaosContext context();

    /** Ends running scenarios and disarms all faults, as {@link #disarmAll()} does. The journal stays readable. */
    @Override
    void close();
}
