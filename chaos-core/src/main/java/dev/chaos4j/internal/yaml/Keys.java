package dev.chaos4j.internal.yaml;

import dev.chaos4j.internal.yaml.Key.Getter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The table of the keys of a mapping, in the order in which they are written. Not thread-safe; the forms made from it
 * are.
 *
 * @param <O> what the mapping describes
 */
public final class Keys<O> {

    private final List<Key<O, ?>> list = new ArrayList<>();

    /** A table of these keys. */
    @SafeVarargs
    public static <O> Keys<O> of(Key<O, ?>... keys) {
        Keys<O> table = new Keys<>();
        for (Key<O, ?> key : keys) {
            table.with(key);
        }
        return table;
    }

    /** One more key. */
    public Keys<O> with(Key<O, ?> key) {
        list.add(key);
        return this;
    }

    /** More keys. */
    public Keys<O> with(Keys<O> keys) {
        list.addAll(keys.list);
        return this;
    }

    /**
     * One of several keys of which exactly one must be there.
     *
     * @param getter takes the value out again, for writing; null if it is not this one
     * @param maker makes what the mapping describes
     * @param doc what it means, in a few words, for editors
     */
    public <V> Keys<O> choice(
            String name, Form<V> form, Getter<O, V> getter, Function<? super V, ? extends O> maker, String doc) {
        return with(Key.choice(name, form, getter, maker, doc));
    }

    /**
     * A key that may be there.
     *
     * @param getter takes the value out again, for writing; null if it is better left out
     * @param step adds the value to what the required keys or the choice have made
     * @param doc what it means, in a few words, for editors
     */
    public <V> Keys<O> optional(
            String name,
            Form<V> form,
            Getter<O, V> getter,
            BiFunction<? super O, ? super V, ? extends O> step,
            String doc) {
        return with(Key.optional(name, form, getter, doc).adding(step));
    }

    /** The keys in their order. */
    List<Key<O, ?>> list() {
        return List.copyOf(list);
    }
}
