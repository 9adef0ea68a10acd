package dev.chaos4j.target;

import org.jspecify.annotations.Nullable;

/**
 * One call that reaches an injection point. Attributes are computed only when a target asks for them, so an
 * implementation may derive them on demand.
 */
public interface Operation {

    /** The place in code that this call passes. */
    InjectionPoint point();

    /** A short name for reports, for example {@code s3 GetObject}. */
    default String name() {
        return point().key();
    }

    /** What kind of operation this is. */
    default OperationKind kind() {
        return point().kind();
    }

    /**
     * One attribute as text, or null if this operation has none of that name.
     *
     * @param name one of {@link OperationKind#attributes()}, or {@code header.NAME}
     */
    @Nullable
    String attribute(String name);

    /**
     * Whether it runs inside another operation that may be the same logical call, such as the method of a delegate or
     * of a superclass: then only {@link Target#matches} knows whether it counts.
     */
    default boolean isNested() {
        return false;
    }

    /** For what is done over an open connection: the moment of the gate at which it was opened; 0 if nobody saw that. */
    default long openedAt() {
        return 0;
    }
}
