package dev.chaos4j.internal.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form of values that are made from the values of another form. */
record ConvertedForm<S, T>(Form<S> form, Function<? super S, ? extends T> to, Function<? super T, ? extends S> from)
        implements Form<T> {

    @Override
    public boolean accepts(Part part) {
        return form.accepts(part);
    }

    @Override
    public @Nullable T read(Part part) {
        S source = form.read(part);
        return source == null ? null : part.make(() -> to.apply(source), form::expected);
    }

    @Override
    public @Nullable Object write(T value) {
        return form.write(from.apply(value));
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
