package dev.chaos4j.trigger;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * When an eligible operation gets the fault. Triggers are pure functions of what they are given, except those that
 * ask user code or are released by it; all are safe to share between threads.
 */
public interface Trigger {

    /**
     * Whether the fault fires at this operation.
     *
     * @param ordinal the number of this operation among those eligible for the fault, from 0; meaningful only if
     *     {@link #usesOrdinal()}
     * @param key a hash of the session's seed, the fault, the injection point and the index of the operation there;
     *     meaningful only if {@link #usesKey()}
     * @param conditions the state of the armed fault
     */
    boolean fires(long ordinal, long key, Conditions conditions);

    /** Whether {@link #fires} looks at the ordinal; counting is skipped otherwise. */
    boolean usesOrdinal();

    /** Whether {@link #fires} looks at the key; computing it is skipped otherwise. */
    boolean usesKey();

    /** A seed of its own for the key, instead of the session's. */
    default OptionalLong seed() {
        return OptionalLong.empty();
    }

    /** One phrase for messages and reports, for example {@code rate 0.2}. */
    String describe();

    /**
     * Fires when both do. Rates on either side are independent of each other.
     *
     * @throws IllegalArgumentException if both bring different seeds
     */
    default Trigger and(Trigger other) {
        return new Combined(this, other, true);
    }

    /**
     * Fires when either does. Rates on either side are independent of each other.
     *
     * @throws IllegalArgumentException if both bring different seeds
     */
    default Trigger or(Trigger other) {
        return new Combined(this, other, false);
    }

    /** Every eligible operation. */
    static Trigger always() {
        return Always.INSTANCE;
    }

    /**
     * The first {@code n} eligible operations.
     *
     * @throws IllegalArgumentException if {@code n} is below 1
     */
    static Trigger first(long n) {
        return new Calls(1, Counts.atLeastOne("first", n));
    }

    /**
     * Every eligible operation after the first {@code n}.
     *
     * @throws IllegalArgumentException if {@code n} is below 1
     */
    static Trigger after(long n) {
        return new Calls(Counts.atLeastOne("after", n) + 1, Long.MAX_VALUE);
    }

    /**
     * Every {@code n}th eligible operation: the nth, the 2nth and so on.
     *
     * @throws IllegalArgumentException if {@code n} is below 1
     */
    static Trigger everyNth(long n) {
        return new Every(n);
    }

    /**
     * The eligible operations from the {@code from}th to the {@code to}th, both included, counted from 1.
     *
     * @throws IllegalArgumentException if {@code from} is below 1 or above {@code to}
     */
    static Trigger calls(long from, long to) {
        return new Calls(from, to);
    }

    /**
     * A share of the eligible operations, decided by dice that are a pure function of seed, fault, injection point
     * and index. Without {@link Rate#seed(long)} the session's seed counts.
     *
     * @param rate the probability from 0.0 to 1.0
     * @throws IllegalArgumentException if {@code rate} is out of range; a percentage is a common mistake
     */
    static Rate rate(double rate) {
        return Rate.of(rate);
    }

    /**
     * Only in this window after arming.
     *
     * @throws IllegalArgumentException if {@code from} is negative or not before {@code to}
     */
    static Trigger window(Duration from, Duration to) {
        return new Timed(from, to);
    }

    /** Until the code calls {@link Release#release()}. */
    static Release untilReleased() {
        return new Release();
    }

    /**
     * Once another fault of this name has fired {@code times} times: for cascades. In a scenario, what has fired since
     * the scenario began counts. Else, what the fault of this name has fired that is armed already, or what fires from
     * now on; so a cascade that is armed again begins anew.
     *
     * @throws IllegalArgumentException if {@code times} is below 1
     */
    static Trigger whenFired(String faultName, long times) {
        return new Caused(faultName, times);
    }

    /**
     * While this probe says so; asked for each eligible operation, on the caller's thread, so it must be fast. If it
     * throws, the fault does not fire, and its status says why.
     */
    static Trigger when(String description, BooleanSupplier probe) {
        return new Probed(description, probe);
    }
}
