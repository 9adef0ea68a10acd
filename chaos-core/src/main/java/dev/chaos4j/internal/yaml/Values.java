package dev.chaos4j.internal.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stood at the keys of one mapping. Not thread-safe. */
public final class Values {

    private final Part mapping;
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private boolean sound = true;

    Values(Part mapping) {
        this.mapping = mapping;
    }

    /** Reads what stands at a key. */
    <V> void read(Key<?, V> key, Part value) {
        parts.put(key.name(), value);
        V read = key.form().read(value);
        if (read == null) {
            sound = false;
        } else {
            values.put(key.name(), read);
        }
    }

    void unsound() {
        sound = false;
    }

    boolean isSound() {
        return sound;
    }

    boolean has(Key<?, ?> key) {
        return parts.containsKey(key.name());
    }

    Part mapping() {
        return mapping;
    }

    /** The part at a key, or the mapping itself if the key is not there. */
    Part at(Key<?, ?> key) {
        return parts.getOrDefault(key.name(), mapping);
    }

    /** Reports what is wrong with one item of the list at a key. */
    public void failItem(Key<?, ?> list, int index, String problem, String allowed) {
        Part item = at(list).items().get(index);
        item.fail(problem, item.found(), allowed, null);
    }

    /** The value at a key, or null if the key is not there. */
    @SuppressWarnings("unchecked") // read(Key<?, V>) is the only writer
    public <V> @Nullable V get(Key<?, V> key) {
        return (V) values.get(key.name());
    }

    /** The value at a key that is required. */
    public <V> V need(Key<?, V> key) {
        return Objects.requireNonNull(get(key), key.name());
    }

    /** The value at a key, or {@code otherwise} if the key is not there. */
    public <V> V or(Key<?, V> key, V otherwise) {
        V value = get(key);
        return value == null ? otherwise : value;
    }
}
