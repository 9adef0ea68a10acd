package dev.chaos4j.internal.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Undoes several things, each although another fails; at the end the first failure is thrown, with the later ones
 * suppressed in it. For one thread.
 */
final class Undoing {

    private @Nullable Throwable first;

    /** Begins with a failure that was there already; it is the one that is thrown. */
    static Undoing after(Throwable failure) {
        Undoing undoing = new Undoing();
        undoing.first = failure;
        return undoing;
    }

    Undoing step(Runnable undo) {
        try {
            undo.run();
        } catch (RuntimeException | Error failed) {
            add(failed);
        }
        return this;
    }

    <T> Undoing each(Iterable<? extends T> all, Consumer<? super T> undo) {
        all.forEach(one -> step(() -> undo.accept(one)));
        return this;
    }

    private void add(Throwable failed) {
        if (first == null) {
            first = failed;
        } else if (first != failed) {
            first.addSuppressed(failed);
        }
    }

    /** The first failure, or null. */
    @Nullable
    Throwable failure() {
        return first;
    }

    /** Throws the first failure, if there is one. */
    void done() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
