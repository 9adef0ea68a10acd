package dev.chaos4j.fault;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** The ways in which a {@link Corruption} damages values. Always on a copy. */
final class Damages {

    private Damages() {}

    static Object truncate(Object value, double share) {
        if (value instanceof String text) {
            return text.substring(0, kept(text.length(), share));
        }
        if (value.getClass().isArray()) {
            return shorterArray(value, kept(Array.getLength(value), share));
        }
        if (value instanceof Optional<?>) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return firstEntries(map, kept(map.size(), share));
        }
        if (value instanceof Collection<?> collection) {
            return first(collection, kept(collection.size(), share));
        }
        throw unsupported(value, "truncated or emptied", "a string, array, collection, map or optional");
    }

    static Object flipBits(Object value, int bits, DoubleSupplier dice) {
        if (value instanceof byte[] bytes) {
            byte[] flipped = bytes.clone();
            places(8L * flipped.length, bits, dice).forEach(bit -> flipped[(int) (bit / 8)] ^= (byte) (1 << bit % 8));
            return flipped;
        }
        if (value instanceof String text) {
            char[] chars = text.toCharArray();
            places(7L * chars.length, bits, dice).forEach(bit -> chars[(int) (bit / 7)] ^= (char) (1 << bit % 7));
            return new String(chars);
        }
        throw unsupported(value, "bit-flipped", "a string or byte array");
    }

    /**
     * So many different places below the bound, or all if there are no more: a bit that is flipped twice is whole again.
     * Each set of places is equally likely, with one draw for each (R. W. Floyd, in J. Bentley, Programming Pearls: A
     * Sample of Brilliance, CACM 30(9), 1987).
     */
    private static Set<Long> places(long bound, int count, DoubleSupplier dice) {
        Set<Long> places = new HashSet<>();
        for (long last = Math.max(0, bound - count); last < bound; last++) {
            if (!places.add(pick(last + 1, dice))) {
                places.add(last);
            }
        }
        return places;
    }

    private static long pick(long bound, DoubleSupplier dice) {
        return Math.min((long) (dice.getAsDouble() * bound), bound - 1);
    }

    private static int kept(int length, double share) {
        return (int) (length * share);
    }

    private static Object shorterArray(Object array, int length) {
        Object shorter = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, shorter, 0, length);
        return shorter;
    }

    private static Object firstEntries(Map<?, ?> map, int count) {
        Map<Object, Object> kept = new LinkedHashMap<>();
        map.entrySet().stream().limit(count).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    private static Object first(Collection<?> collection, int count) {
        List<Object> kept = new ArrayList<>();
        collection.stream().limit(count).forEach(kept::add);
        return collection instanceof Set ? new LinkedHashSet<>(kept) : kept;
    }

    private static IllegalArgumentException unsupported(Object value, String how, String allowed) {
        return new IllegalArgumentException("A " + value.getClass().getName() + " cannot be " + how + "; that works on "
                + allowed + ". Use Corruption.by(function) for other types");
    }
}
