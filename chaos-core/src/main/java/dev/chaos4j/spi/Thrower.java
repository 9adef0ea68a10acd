package dev.chaos4j.spi;

import dev.chaos4j.fault.Failure;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the failures of one passage. What makes them may be code of the user's; whatever it throws, other than an error
 * of the virtual machine itself, means that the failure could not be applied.
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
        try {
            return checked(failure.create(loader));
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable unusable) {
            passage.notApplied(why(unusable));
            return null;
        }
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

    /** Our own refusals teach by their message; the type of other errors is part of what happened. */
    public static String why(Throwable unusable) {
        String message = unusable.getMessage();
        return unusable instanceof RuntimeException && message != null ? message : unusable.toString();
    }
}
