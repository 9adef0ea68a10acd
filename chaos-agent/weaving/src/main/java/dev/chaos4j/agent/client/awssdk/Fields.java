package dev.chaos4j.agent.client.awssdk;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds what an object of the SDK keeps in a private field, by its type: names change between versions. */
final class Fields {

    private Fields() {}

    /** The first instance field of this type in the object's class and its superclasses; null if there is none to be read. */
    static <T> @Nullable T find(@Nullable Object owner, Class<T> type) {
        if (owner == null) {
            return null;
        }
        for (Class<?> at = owner.getClass(); at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && type.isAssignableFrom(field.getType())) {
                    return type.cast(read(field, owner));
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }
}
