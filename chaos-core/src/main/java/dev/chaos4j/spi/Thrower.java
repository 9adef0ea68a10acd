package dev.chaos4j.spi;

import dev.chaos4j.fault.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Makes the failures of one passage. What makes them may be code of the user's; whatever it throws, other than an error
 * of the virtual machine itself, means that the failure could not be applied.
 *
 * @param passage is told why a failure could not be made
 * @param loader the calling class's loader, in which exceptions given by name are looked up
 */
record Thrower(Passage passage, @Nullable ClassLoader loader) {

    /** What is to be thrown; null if it could not be made. */
    @Nullable
    Throwable make(Failure failure) {
        try {
            return failure.create(loader);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable unusable) {
            passage.notApplied(why(unusable));
            return null;
        }
    }

    /** Our own refusals teach by their message; the type of other errors is part of what happened. */
    static String why(Throwable unusable) {
        String message = unusable.getMessage();
        return unusable instanceof RuntimeException && message != null ? message : unusable.toString();
    }
}
