package dev.chaos4j.internal.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A form that is looked up when it is used, so that forms can contain each other.
 *
 * @param form gives the form
 */
public record LazyForm<T>(Supplier<Form<T>> form) implements Form<T> {

    @Override
    public boolean accepts(Part part) {
        return form.get().accepts(part);
    }

    @Override
    public @Nullable T read(Part part) {
        return form.get().read(part);
    }

    @Override
    public @Nullable Object write(T value) {
        return form.get().write(value);
    }

    @Override
    public String expected() {
        return form.get().expected();
    }

    @Override
    public List<String> words() {
        return form.get().words();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return form.get().schema(definitions);
    }
}
