package dev.chaos4j.internal.yaml;

import dev.chaos4j.target.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with a table of keys. It is made from its required keys, or from the one key that was chosen; then the
 * optional keys are added one by one, in the order of the table, so that an error is found at the key that causes it.
 *
 * @param <O> what the mapping describes
 */
public final class ObjectForm<O> implements Form<O> {

    private final String name;
    private final String definition;
    private final String hint;
    private final List<Key<O, ?>> keys;
    private final Maker<O> maker;

    private ObjectForm(String name, String definition, String hint, List<Key<O, ?>> keys, Maker<O> maker) {
        this.name = name;
        this.definition = definition;
        this.hint = hint;
        this.keys = List.copyOf(keys);
        this.maker = maker;
    }

    /**
     * A mapping that is made from its values.
     *
     * @param name what it describes, with its article: {@code a blast radius}
     */
    public static <O> ObjectForm<O> of(String name, Keys<O> keys, Maker<O> maker) {
        return new ObjectForm<>(name, definitionOf(name), "", keys.list(), maker);
    }

    /**
     * A mapping with exactly one of the keys that are choices, which makes it.
     *
     * @param name what it describes, with its article: {@code a blast radius}
     */
    public static <O> ObjectForm<O> choosing(String name, Keys<O> keys) {
        return new ObjectForm<>(name, definitionOf(name), "", keys.list(), values -> chosen(keys.list(), values));
    }

    private static String definitionOf(String name) {
        return name.substring(name.indexOf(' ') + 1).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** This form, which says in its errors what to do instead of giving two of the keys that are choices. */
    public ObjectForm<O> hinting(String newHint) {
        return new ObjectForm<>(name, definition, newHint, keys, maker);
    }

    /** This form under another name among the definitions of a schema. */
    public ObjectForm<O> definedAs(String newDefinition) {
        return new ObjectForm<>(name, newDefinition, hint, keys, maker);
    }

    private static <O> @Nullable O chosen(List<Key<O, ?>> keys, Values values) {
        for (Key<O, ?> key : keys) {
            if (key.isChoice() && values.has(key)) {
                return key.make(values);
            }
        }
        return null;
    }

    /** The same choice with what belongs to it, as the keys of something that contains it. */
    public <P> Keys<P> keysWithin(Function<? super P, ? extends O> part) {
        Keys<P> outer = new Keys<>();
        keys.forEach(key -> outer.with(key.<P>within(part)));
        return outer;
    }

    @Override
    public boolean accepts(Part part) {
        return part.isMapping();
    }

    @Override
    public @Nullable O read(Part part) {
        if (!accepts(part)) {
            part.mistyped(expected(), null);
            return null;
        }
        Values values = new Values(part);
        Set<String> meant = readKeys(part, values);
        requireKeys(values, meant);
        requireChoice(values, meant);
        return values.isSound() ? make(values) : null;
    }

    /** Makes what the mapping describes; null once the document has been told what is wrong. */
    public @Nullable O make(Values values) {
        O made = values.mapping().make(() -> maker.from(values), this::expected);
        for (Key<O, ?> key : keys) {
            made = made == null ? null : key.add(made, values);
        }
        return made;
    }

    /** Reads the keys; answers the words that unknown keys were probably meant to be. */
    private Set<String> readKeys(Part part, Values values) {
        Set<String> meant = new HashSet<>();
        KeyBook seen = new KeyBook();
        for (Part.Entry entry : part.entries()) {
            Key<O, ?> key = keyNamed(entry.key().text());
            if (key == null) {
                meant.add(reportUnknown(entry.key()));
                values.unsound();
            } else if (seen.isNew(entry.key())) {
                values.read(key, entry.value());
            } else {
                values.unsound();
            }
        }
        return meant;
    }

    private @Nullable Key<O, ?> keyNamed(String word) {
        for (Key<O, ?> key : keys) {
            if (key.name().equals(word)) {
                return key;
            }
        }
        return null;
    }

    private String reportUnknown(Part key) {
        List<String> valid = keys.stream().map(Key::name).toList();
        String nearest = Words.nearest(key.text(), valid).orElse(null);
        String problem = sentence("has no key " + Part.quoted(key.text()));
        key.fail(problem, Part.quoted(key.text()), String.join(", ", valid), nearest);
        return nearest == null ? "" : nearest;
    }

    private void requireKeys(Values values, Set<String> meant) {
        for (Key<O, ?> key : keys) {
            if (key.isRequired() && !values.has(key) && !meant.contains(key.name())) {
                values.unsound();
                values.mapping()
                        .fail(
                                sentence("needs the key '" + key.name() + "'"),
                                given(values),
                                key.name() + ": " + key.form().expected(),
                                null);
            }
        }
    }

    private void requireChoice(Values values, Set<String> meant) {
        List<Key<O, ?>> choices = keys.stream().filter(Key::isChoice).toList();
        List<Key<O, ?>> given = choices.stream().filter(values::has).toList();
        boolean none = given.isEmpty() && meant.isEmpty() && !choices.isEmpty();
        if (none || given.size() > 1) {
            values.unsound();
            Part at = none ? values.mapping() : values.at(given.get(1));
            at.fail(
                    sentence(none ? "needs one of these keys" : "takes only one of these keys" + hint),
                    none ? given(values) : names(given),
                    names(choices),
                    null);
        }
    }

    private String sentence(String rest) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + rest;
    }

    private String given(Values values) {
        List<Key<O, ?>> given = keys.stream().filter(values::has).toList();
        return given.isEmpty() ? "no key" : names(given);
    }

    private static String names(List<? extends Key<?, ?>> keys) {
        return keys.stream().map(Key::name).collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, @Nullable Object> write(O value) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        for (Key<O, ?> key : keys) {
            key.write(value, written);
        }
        return written;
    }

    @Override
    public String expected() {
        return "a mapping with " + names(keys);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.reference(definition, () -> definition(definitions));
    }

    private Map<String, Object> definition(Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key.name(), described(key, definitions)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        schema.put(
                "required", keys.stream().filter(Key::isRequired).map(Key::name).toList());
        List<Map<String, Object>> choices = keys.stream()
                .filter(Key::isChoice)
                .map(key -> Map.<String, Object>of("required", List.of(key.name())))
                .toList();
        if (!choices.isEmpty()) {
            schema.put("oneOf", choices);
        }
        return schema;
    }

    private static Map<String, Object> described(Key<?, ?> key, Definitions definitions) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.doc());
        property.putAll(key.form().schema(definitions));
        return property;
    }

    /** Makes something from the values of its keys. */
    @FunctionalInterface
    public interface Maker<O> {
        /** What the values describe; null once the document has been told what is wrong. */
        @Nullable
        O from(Values values);
    }
}
