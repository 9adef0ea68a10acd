package dev.chaos4j.internal.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of value stands in a file: how it is read, written and described to editors, in one place. Immutable and
 * safe to share between threads.
 *
 * @param <T> the kind of value
 */
public interface Form<T> {

    /** Whether this part could be meant to have this form, judged by its outside. */
    boolean accepts(Part part);

    /** The value; null once the document has been told what is wrong. */
    @Nullable
    T read(Part part);

    /**
     * The value as texts, numbers, booleans, lists and maps.
     *
     * @throws NotWritableException if the value holds something that no file can hold, such as code
     */
    @Nullable
    Object write(T value);

    /** What is expected, for messages: {@code a duration, for example 300ms}. */
    String expected();

    /** The fixed words among what is expected, for finding the nearest one. */
    default List<String> words() {
        return List.of();
    }

    /** What a JSON Schema says of this form. */
    Map<String, Object> schema(Definitions definitions);

    /** This form for values that are made of those, and can be turned back. */
    default <R> Form<R> as(Function<? super T, ? extends R> to, Function<? super R, ? extends T> from) {
        return new ConvertedForm<>(this, to, from);
    }

    /** This form, after whose reading the value's name is known to the document. */
    default Form<T> naming(NameKind kind, Function<? super T, String> name) {
        return new NamedForm<>(this, (part, value) -> part.document().names().define(kind, name.apply(value), part));
    }
}
