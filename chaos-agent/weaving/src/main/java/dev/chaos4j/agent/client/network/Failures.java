package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.RefusedHandshake;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.Thrower;
import org.jspecify.annotations.Nullable;

/** Exceptions that are injected at the network. */
final class Failures {

    private Failures() {}

    /** The exception, its type looked up in the thread's context loader; null if it could not be made. */
    static @Nullable Throwable make(Failure failure, Passage passage) {
        if (failure.network().filter(NetworkError.HANDSHAKE_FAILED::equals).isPresent()) {
            return RefusedHandshake.exception();
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        return new Thrower(passage, loader, null).make(failure);
    }

    /** Why an outcome cannot be applied here. */
    static String misfit(Outcome outcome) {
        return "the network knows no answers of services, so '" + outcome.describe()
                + "' cannot be applied to it; use a target of kind http or aws";
    }
}
