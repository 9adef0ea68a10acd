package dev.chaos4j.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kind of entry, as the export sees it: a word, and named parts. Read off the record, so a new kind needs nothing. */
final class EntryShape {

    private static final Map<String, EntryShape> BY_WORD = shapes();

    private final Class<?> type;
    private final List<RecordComponent> parts;

    private EntryShape(Class<?> type) {
        this.type = type;
        this.parts = List.of(type.getRecordComponents());
    }

    private static Map<String, EntryShape> shapes() {
        Map<String, EntryShape> shapes = new LinkedHashMap<>();
        for (Class<?> type : Entry.class.getPermittedSubclasses()) {
            shapes.put(word(type), new EntryShape(type));
        }
        return shapes;
    }

    private static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The shape of the entries with this {@link Entry#type()}, or null. */
    static @Nullable EntryShape of(String word) {
        return BY_WORD.get(word);
    }

    static Collection<String> words() {
        return BY_WORD.keySet();
    }

    List<RecordComponent> parts() {
        return parts;
    }

    @Nullable
    Object value(Entry entry, RecordComponent part) {
        try {
            return part.getAccessor().invoke(entry);
        } catch (IllegalAccessException | InvocationTargetException unexpected) {
            throw new IllegalStateException("Cannot read " + part + " of " + entry, unexpected);
        }
    }

    /**
     * An entry made from its parts.
     *
     * @throws IllegalArgumentException if a part that is a number is missing, with the part's name
     */
    Entry entry(Map<String, ?> values) {
        @Nullable Object[] arguments = new @Nullable Object[parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            RecordComponent part = parts.get(i);
            arguments[i] = values.get(part.getName());
            if (arguments[i] == null && part.getType().isPrimitive()) {
                throw new IllegalArgumentException("'" + part.getName() + "' is missing");
            }
        }
        return make(arguments);
    }

    private Entry make(@Nullable Object[] arguments) {
        Class<?>[] types = parts.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return (Entry) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(
                    "Cannot make a " + word(type) + " from " + Arrays.toString(arguments), unexpected);
        }
    }
}
