package dev.chaos4j.fault;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
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
            return flipped(bytes.clone(), bits, dice);
        }
        if (value instanceof String text) {
            char[] chars = text.toCharArray();
            for (int i = 0; i < bits && chars.length > 0; i++) {
                chars[pick(chars.length, dice)] ^= (char) (1 << pick(7, dice));
            }
            return new String(chars);
        }
        throw unsupported(value, "bit-flipped", "a string or byte array");
    }

    private static byte[] flipped(byte[] bytes, int bits, DoubleSupplier dice) {
        for (int i = 0; i < bits && bytes.length > 0; i++) {
            bytes[pick(bytes.length, dice)] ^= (byte) (1 << pick(8, dice));
        }
        return bytes;
    }

    private static int pick(int bound, DoubleSupplier dice) {
        return Math.min((int) (dice.getAsDouble() * bound), bound - 1);
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
