package dev.chaos4j.spi;

import dev.chaos4j.fault.Failure;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the failures of one passage.
 *
 * @param passage is told why a failure could not be made
 * @param loader the calling class's loader, in which exceptions given by name are looked up
 * @param proxied the method, if the throwing is up to a proxy, which can throw only what its method declares; else null
 */
public record Thrower(
        Passage passage,
        @Nullable ClassLoader loader,
        @Nullable Method proxied) {

    /** What is to be thrown; null if it could not be made. */
    public @Nullable Throwable make(Failure failure) {
        return UserCode.ask(passage, () -> checked(failure.create(loader)), null);
    }

    private Throwable checked(Throwable made) {
        if (proxied == null || made instanceof RuntimeException || made instanceof Error || isDeclared(proxied, made)) {
            return made;
        }
        throw new IllegalStateException("the method '" + proxied.getName() + "' of "
                + proxied.getDeclaringClass().getTypeName()
                + " does not declare " + made.getClass().getTypeName()
                + ", so a wrapped object cannot throw it; declare it, choose an unchecked exception, or use the agent");
    }

    private static boolean isDeclared(Method method, Throwable made) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(made));
    }
}
