package dev.chaos4j.spi;

import dev.chaos4j.fault.Corruption;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Whether values fit a method's return type, and damaging them so that they still do. */
final class Values {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    private Values() {}

    static boolean fits(Class<?> type, @Nullable Object value) {
        if (type == void.class) {
            return value == null;
        }
        if (value == null) {
            return !type.isPrimitive();
        }
        Class<?> reference = BOXES.get(type);
        return (reference == null ? type : reference).isInstance(value);
    }

    static String misfit(Class<?> type, @Nullable Object value) {
        return "the method returns " + type.getTypeName() + ", but the value given is "
                + (value == null ? "null" : "a " + value.getClass().getTypeName());
    }

    static @Nullable Object damaged(
            Corruption corruption, @Nullable Object value, Class<?> type, Passage passage, DoubleSupplier dice) {
        return UserCode.<@Nullable Object>ask(passage, () -> fitting(type, corruption.apply(value, dice)), value);
    }

    /** The value itself, if the method can return it; what it is otherwise is thrown. */
    static @Nullable Object fitting(Class<?> type, @Nullable Object value) {
        if (!fits(type, value)) {
            throw new IllegalStateException(misfit(type, value));
        }
        return value;
    }
}
