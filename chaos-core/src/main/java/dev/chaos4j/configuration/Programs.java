package dev.chaos4j.configuration;

import dev.chaos4j.configuration.ConfigurationTrial.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a program that was started. */
final class Programs {

    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);

    private Programs() {}

    /** What the work threw, or null if it was done. */
    @SuppressWarnings("NullAway") // what a start gives is what its work takes
    static <T> @Nullable Throwable failure(Bounded bounded, Work<T> work, @Nullable T program)
            throws InterruptedException {
        return bounded.run(() -> {
                    work.on(program);
                    return null;
                })
                .error();
    }

    /** Closes it, if it can be closed; that it does not close says nothing about its settings, and is logged. */
    static void close(Bounded bounded, @Nullable Object program) throws InterruptedException {
        if (program instanceof AutoCloseable closeable) {
            Throwable onClosing = bounded.run(() -> {
                        closeable.close();
                        return null;
                    })
                    .error();
            if (onClosing != null) {
                LOG.warn("A program that was started to try its configuration could not be closed", onClosing);
            }
        }
    }
}
