package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the caller declares about its client, as thresholds for checks. What is not declared is taken from the observed
 * pattern instances or from the default that the check documents. Immutable.
 *
 * @since 0.1
 */
public final class Limits {

    private static final Limits NONE = new Limits(Map.of());

    private final Map<Name, Object> declared;

    private Limits(Map<Name, Object> declared) {
        this.declared = declared;
    }

    /** Nothing is declared. */
    public static Limits none() {
        return NONE;
    }

    /**
     * Most attempts that one logical call makes at one request, the first included (RT1, RT2, FO1).
     *
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public Limits attempts(int most) {
        return with(Name.ATTEMPTS, positive("attempts", most));
    }

    /**
     * Attempts allowed on top of the first ones, as a share of these: 0.2 lets 100 requests make 120 attempts (RT2).
     *
     * @throws IllegalArgumentException if {@code share} is negative or not finite
     */
    public Limits retryBudget(double share) {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("A retry budget must be a share of 0 or more, but was " + share);
        }
        return with(Name.RETRY_BUDGET, share);
    }

    /**
     * The time-out of one attempt (FO1: with the attempts, how long the primary may take).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits attemptTimeout(Duration timeout) {
        return with(Name.ATTEMPT_TIMEOUT, Durations.positive("The time-out of an attempt", timeout));
    }

    /**
     * The time-out of one logical call; it must end within 1.5 times that and 200 ms (TO1).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits callTimeout(Duration timeout) {
        return with(Name.CALL_TIMEOUT, Durations.positive("The time-out of a call", timeout));
    }

    /**
     * The longest time of one logical call, exactly (TO1).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits callsEndWithin(Duration bound) {
        return with(Name.CALLS_END_WITHIN, Durations.positive("The bound of a call", bound));
    }

    /**
     * Most failing calls in a row until the circuit breaker opens (CB1).
     *
     * @throws IllegalArgumentException if {@code calls} is below 1
     */
    public Limits breakerOpensAfter(int calls) {
        return with(Name.BREAKER_OPENS_AFTER, positive("failing calls", calls));
    }

    /**
     * How long the circuit breaker stays open before it probes (CB2, CB4).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits breakerOpenFor(Duration wait) {
        return with(Name.BREAKER_OPEN_FOR, Durations.positive("The open time of a breaker", wait));
    }

    /**
     * The longest time from the end of the fault until the circuit breaker is closed (CB4).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits breakerClosesWithin(Duration bound) {
        return with(Name.BREAKER_CLOSES_WITHIN, Durations.positive("The time to close", bound));
    }

    /**
     * Most attempts at the same time (BH1).
     *
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public Limits concurrency(int most) {
        return with(Name.CONCURRENCY, positive("concurrent attempts", most));
    }

    /** What makes a fallback answer good; called with each noted answer, and never with an exception (FB2). */
    public Limits fallback(Predicate<@Nullable Object> good) {
        return with(Name.FALLBACK, good);
    }

    /**
     * The longest time from the first attempt that the fault met to the first success elsewhere (FO1).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits failoverWithin(Duration bound) {
        return with(Name.FAILOVER_WITHIN, Durations.positive("The failover time", bound));
    }

    /** Which attempts go to the secondary, as {@link Recording#select} takes it (FO1). */
    public Limits secondary(String what) {
        return with(Name.SECONDARY, new NamePattern(what));
    }

    /**
     * The longest time from when the program first met a configuration mistake until it noticed it (CM1).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits mistakesDetectedWithin(Duration bound) {
        return with(Name.MISTAKES_DETECTED_WITHIN, Durations.positive("The time to notice a mistake", bound));
    }

    /**
     * The longest time from when the program first met a configuration mistake until its last good configuration was in
     * force again (CM2).
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Limits mistakesRevertedWithin(Duration bound) {
        return with(Name.MISTAKES_REVERTED_WITHIN, Durations.positive("The time to go back", bound));
    }

    /** Which errors are permanent and which transient (RT7, RT8). */
    public Limits errors(ErrorKinds kinds) {
        return with(Name.ERRORS, kinds);
    }

    private static Integer positive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("The limit of " + what + " must be 1 or more, but was " + number);
        }
        return number;
    }

    private Limits with(Name name, Object value) {
        Map<Name, Object> more = new HashMap<>(declared);
        more.put(name, value);
        return new Limits(more);
    }

    Optional<Integer> attempts() {
        return get(Name.ATTEMPTS, Integer.class);
    }

    Optional<Double> retryBudget() {
        return get(Name.RETRY_BUDGET, Double.class);
    }

    Optional<Integer> breakerOpensAfter() {
        return get(Name.BREAKER_OPENS_AFTER, Integer.class);
    }

    Optional<Integer> concurrency() {
        return get(Name.CONCURRENCY, Integer.class);
    }

    Optional<Duration> time(Name name) {
        return get(name, Duration.class);
    }

    Optional<NamePattern> secondary() {
        return get(Name.SECONDARY, NamePattern.class);
    }

    @SuppressWarnings("unchecked") // only fallback(Predicate<Object>) puts it there
    Optional<Predicate<@Nullable Object>> fallback() {
        return Optional.ofNullable((Predicate<@Nullable Object>) declared.get(Name.FALLBACK));
    }

    ErrorKinds errors() {
        return get(Name.ERRORS, ErrorKinds.class).orElse(ErrorKinds.standard());
    }

    private <T> Optional<T> get(Name name, Class<T> type) {
        return Optional.ofNullable(declared.get(name)).map(type::cast);
    }

    /** The names of what was declared, for messages. */
    List<Name> names() {
        return declared.keySet().stream().sorted().toList();
    }

    /** What can be declared. */
    enum Name {
        ATTEMPTS,
        RETRY_BUDGET,
        ATTEMPT_TIMEOUT,
        CALL_TIMEOUT,
        CALLS_END_WITHIN,
        BREAKER_OPENS_AFTER,
        BREAKER_OPEN_FOR,
        BREAKER_CLOSES_WITHIN,
        CONCURRENCY,
        FALLBACK,
        FAILOVER_WITHIN,
        SECONDARY,
        MISTAKES_DETECTED_WITHIN,
        MISTAKES_REVERTED_WITHIN,
        ERRORS
    }
}
