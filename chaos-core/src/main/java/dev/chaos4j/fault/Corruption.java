package dev.chaos4j.fault;

import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The call takes effect and its answer arrives damaged. Strings, byte arrays, other arrays, collections, maps and
 * optionals can be emptied and truncated; strings and byte arrays can have bits flipped; any reference can become
 * null. The original is never changed, a damaged copy is handed on.
 */
public final class Corruption implements Outcome {

    private final How how;
    private final double amount;
    private final Damage damage;

    private Corruption(How how, double amount, Damage damage) {
        this.how = how;
        this.amount = amount;
        this.damage = damage;
    }

    /** The answer becomes null. */
    public static Corruption toNull() {
        return new Corruption(How.TO_NULL, 0, (value, dice) -> null);
    }

    /** The answer becomes empty. */
    public static Corruption toEmpty() {
        return new Corruption(How.TO_EMPTY, 0, (value, dice) -> Damages.truncate(value, 0));
    }

    /**
     * Only the first part of the answer arrives.
     *
     * @param share how much is kept, from 0.0 to below 1.0
     * @throws IllegalArgumentException if {@code share} is out of range
     */
    public static Corruption truncated(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "The share that a truncation keeps must be from 0.0 to below 1.0, but was " + share);
        }
        return new Corruption(How.TRUNCATED, share, (value, dice) -> Damages.truncate(value, share));
    }

    /**
     * Some bits of a string or byte array arrive flipped, at different places drawn by the dice. In a string, these are
     * among the lowest seven bits of each character.
     *
     * @param bits how many, 1 or more; all there are if the answer has fewer
     * @throws IllegalArgumentException if {@code bits} is below 1
     */
    public static Corruption bitsFlipped(int bits) {
        if (bits < 1) {
            throw new IllegalArgumentException("A corruption must flip at least 1 bit, but was given " + bits);
        }
        return new Corruption(How.BITS_FLIPPED, bits, (value, dice) -> Damages.flipBits(value, bits, dice));
    }

    /** The answer becomes what {@code function} makes of it; called on the caller's thread. */
    public static Corruption by(UnaryOperator<@Nullable Object> function) {
        return new Corruption(How.BY_FUNCTION, 0, (value, dice) -> function.apply(value));
    }

    /**
     * The damaged answer.
     *
     * @throws IllegalArgumentException if an answer of this type cannot be damaged this way; the message names it
     */
    public @Nullable Object apply(@Nullable Object answer, DoubleSupplier dice) {
        return answer == null ? null : damage.apply(answer, dice);
    }

    /** How the answer is damaged. */
    public How how() {
        return how;
    }

    /** How much: the share kept by a truncation, the number of bits flipped; else 0. */
    public double amount() {
        return amount;
    }

    @Override
    public String kind() {
        return "corruption";
    }

    @Override
    public Placement placement() {
        return Placement.AFTER;
    }

    @Override
    public String describe() {
        return "corruption "
                + switch (how) {
                    case TO_NULL -> "null";
                    case TO_EMPTY -> "empty";
                    case TRUNCATED -> "truncated to " + amount;
                    case BITS_FLIPPED -> (int) amount + " bits flipped";
                    case BY_FUNCTION -> "by function";
                };
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public String toString() {
        return describe();
    }

    /** The ways to damage an answer. */
    public enum How {
        /** It becomes null. */
        TO_NULL,
        /** It becomes empty. */
        TO_EMPTY,
        /** Only its first part arrives. */
        TRUNCATED,
        /** Some of its bits are flipped. */
        BITS_FLIPPED,
        /** User code decides; such a corruption cannot be written to a file. */
        BY_FUNCTION
    }

    /** One way to damage a value. */
    @FunctionalInterface
    interface Damage {
        @Nullable
        Object apply(Object value, DoubleSupplier dice);
    }
}
