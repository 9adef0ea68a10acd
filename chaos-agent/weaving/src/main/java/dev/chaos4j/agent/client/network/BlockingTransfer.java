package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.network.BlockedWait.End;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A read or write that blocks its thread.
 *
 * @param connection the socket or channel
 * @param nanos the client's time to wait; {@link Long#MAX_VALUE} for none
 * @param whenClosed what the JDK throws when somebody closes the connection meanwhile
 */
record BlockingTransfer(Passage passage, Closeable connection, long nanos, Supplier<IOException> whenClosed) {

    /** Waits, and says what comes then. */
    Interception run() {
        if (passage.decision().proceeds()) {
            return new Watched(passage);
        }
        BlockedWait wait = new BlockedWait(passage, nanos);
        Object key = Connections.keyOf(connection);
        Connections.track(key, wait);
        try {
            Throwable error = error(wait);
            return error == null ? new Watched(passage) : new Failing(passage, error);
        } finally {
            wait.end();
            Connections.forget(key, wait);
        }
    }

    private @Nullable Throwable error(BlockedWait wait) {
        Throwable end = passage.decision().waits() ? ending(wait.await(passage.awaitAsync())) : null;
        if (end != null) {
            return end;
        }
        return isSilent(passage.decision().outcome())
                ? ending(wait.await(passage.after(Long.MAX_VALUE)))
                : outcome(passage, connection);
    }

    private @Nullable Throwable ending(End end) {
        return switch (end) {
            case OVER -> null;
            case TIMED_OUT -> new SocketTimeoutException(NetworkError.READ_TIMEOUT.message());
            case CLOSED -> whenClosed.get();
        };
    }

    /** Whether nothing comes until the fault ends. */
    static boolean isSilent(@Nullable Outcome outcome) {
        return outcome instanceof Failure failure
                && failure.network().filter(NetworkError.READ_TIMEOUT::equals).isPresent();
    }

    /** How a read or write ends that does not wait any more; null if it goes on. */
    static @Nullable Throwable outcome(Passage passage, Closeable connection) {
        Outcome outcome = passage.decision().outcome();
        if (outcome instanceof Failure failure) {
            if (failure.network().filter(NetworkError.CONNECTION_RESET::equals).isPresent()) {
                Reset.of(connection);
            }
            return Failures.make(failure, passage);
        }
        if (outcome != null) {
            passage.notApplied(Failures.misfit(outcome));
        }
        return null;
    }
}
