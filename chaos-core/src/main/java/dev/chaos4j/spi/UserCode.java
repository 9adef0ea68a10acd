package dev.chaos4j.spi;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs code that users gave to a fault, such as suppliers of exceptions and answers, at an operation. */
public final class UserCode {

    private UserCode() {}

    /**
     * What the code gives. Whatever it throws, other than an error of the virtual machine itself, means that the fault
     * could not be applied: the passage is told, and the operation goes on.
     *
     * @param otherwise the result if the fault could not be applied
     */
    public static <T extends @Nullable Object> T ask(Passage passage, Supplier<? extends T> code, T otherwise) {
        try {
            return code.get();
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable unusable) {
            passage.notApplied(why(unusable));
            return otherwise;
        }
    }

    /** Our own refusals teach by their message; the type of other errors is part of what happened. */
    private static String why(Throwable unusable) {
        String message = unusable.getMessage();
        return unusable instanceof RuntimeException && message != null ? message : unusable.toString();
    }
}
