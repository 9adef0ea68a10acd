package dev.chaos4j.internal.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A form that tells the document of each value that was read, and whose values the document may refuse. */
record NamedForm<T>(Form<T> form, BiPredicate<Part, T> whenRead) implements Form<T> {

    @Override
    public boolean accepts(Part part) {
        return form.accepts(part);
    }

    @Override
    public @Nullable T read(Part part) {
        T value = form.read(part);
        return value != null && whenRead.test(part, value) ? value : null;
    }

    @Override
    public @Nullable Object write(T value) {
        return form.write(value);
    }

    @Override
    public String expected() {
        return form.expected();
    }

    @Override
    public List<String> words() {
        return form.words();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return form.schema(definitions);
    }
}
