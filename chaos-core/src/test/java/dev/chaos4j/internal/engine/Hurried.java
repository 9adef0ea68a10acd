package dev.chaos4j.internal.engine;

import dev.chaos4j.spi.Sleeper;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Times below one second are over before anybody can wait for them; longer ones never are. */
final class Hurried implements Sleeper {

    private static final long LONG_NANOS = 1_000_000_000;

    @Override
    public void sleep(long nanos, boolean precise, BooleanSupplier ended) {}

    @Override
    @SuppressWarnings("NullAway") // on JDK 17 it does not see the same annotation in the compiled interface
    public CompletableFuture<@Nullable Void> after(long nanos) {
        return nanos < LONG_NANOS ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    @Override
    public void aside(Runnable work) {
        work.run();
    }
}
