package dev.chaos4j.internal.yaml;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One key of a mapping and everything that is to know of it. Immutable.
 *
 * @param <O> what the mapping describes
 * @param <V> what stands at the key
 */
public final class Key<O, V> {

    private final String name;
    private final Form<V> form;
    private final Getter<O, V> getter;
    private final String doc;
    private final Presence presence;
    private final @Nullable Function<? super V, ? extends O> maker;
    private final @Nullable BiFunction<? super O, ? super V, ? extends O> step;

    private Key(
            String name,
            Form<V> form,
            Getter<O, V> getter,
            String doc,
            Presence presence,
            @Nullable Function<? super V, ? extends O> maker,
            @Nullable BiFunction<? super O, ? super V, ? extends O> step) {
        this.name = name;
        this.form = form;
        this.getter = getter;
        this.doc = doc;
        this.presence = presence;
        this.maker = maker;
        this.step = step;
    }

    /**
     * A key that must be there.
     *
     * @param getter takes the value out again, for writing
     * @param doc what it means, in a few words, for editors
     */
    public static <O, V> Key<O, V> required(String name, Form<V> form, Getter<O, V> getter, String doc) {
        return new Key<>(name, form, getter, doc, Presence.REQUIRED, null, null);
    }

    /** A key that may be there; the getter answers null if it is better left out. */
    public static <O, V> Key<O, V> optional(String name, Form<V> form, Getter<O, V> getter, String doc) {
        return new Key<>(name, form, getter, doc, Presence.OPTIONAL, null, null);
    }

    /**
     * One of several keys of which exactly one must be there; the others add to what it makes.
     *
     * @param maker makes what the mapping describes
     */
    public static <O, V> Key<O, V> choice(
            String name, Form<V> form, Getter<O, V> getter, Function<? super V, ? extends O> maker, String doc) {
        return new Key<>(name, form, getter, doc, Presence.CHOICE, maker, null);
    }

    /** This key, whose value is added to what the required keys or the choice have made. */
    public Key<O, V> adding(BiFunction<? super O, ? super V, ? extends O> newStep) {
        return new Key<>(name, form, getter, doc, presence, maker, newStep);
    }

    /** This key in the mapping of something that contains what this mapping describes. */
    public <P> Key<P, V> within(Function<? super P, ? extends O> part) {
        return new Key<>(name, form, whole -> getter.of(part.apply(whole)), doc, presence, null, null);
    }

    String name() {
        return name;
    }

    Form<V> form() {
        return form;
    }

    String doc() {
        return doc;
    }

    boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    boolean isChoice() {
        return presence == Presence.CHOICE;
    }

    /** Writes the value, if there is one, under the name. */
    void write(O owner, Map<String, @Nullable Object> target) {
        V value = getter.of(owner);
        if (value != null) {
            target.put(name, form.write(value));
        }
    }

    /** Makes the owner from the value of this choice. */
    @Nullable
    O make(Values values) {
        V value = values.get(this);
        return value == null || maker == null ? null : values.at(this).make(() -> maker.apply(value), form::expected);
    }

    /** Adds the value to the owner, if both are there. */
    @Nullable
    O add(O owner, Values values) {
        V value = values.get(this);
        return value == null || step == null
                ? owner
                : values.at(this).make(() -> step.apply(owner, value), form::expected);
    }

    private enum Presence {
        REQUIRED,
        OPTIONAL,
        CHOICE
    }

    /** Takes a value out of what contains it. */
    @FunctionalInterface
    public interface Getter<O, V> {
        /** The value, or null if there is none or it need not be written. */
        @Nullable
        V of(O owner);
    }
}
