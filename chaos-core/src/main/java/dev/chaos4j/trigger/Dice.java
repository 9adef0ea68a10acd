package dev.chaos4j.trigger;

import java.util.function.DoubleSupplier;

/**
 * Dice as pure functions: the same numbers in, the same draw out, whatever the threads do. Mixing is the finaliser of
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, with the constants of Stafford's variant 13).
 */
public final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Dice() {}

    /** A well-mixed hash of one number. */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A well-mixed hash of two numbers; order matters. */
    public static long mix(long first, long second) {
        return mix(mix(first + GOLDEN_GAMMA) + second * GOLDEN_GAMMA);
    }

    /** A stable hash of a text, the same in every JVM. */
    public static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** A uniform draw from 0.0 (inclusive) to 1.0 (exclusive). */
    public static double uniform(long key) {
        return (mix(key) >>> 11) * 0x1.0p-53;
    }

    /** An endless sequence of uniform draws that depends only on the key. Not thread-safe. */
    public static DoubleSupplier sequence(long key) {
        return new DoubleSupplier() {
            private long state = key;

            @Override
            public double getAsDouble() {
                state += GOLDEN_GAMMA;
                return uniform(state);
            }
        };
    }
}
