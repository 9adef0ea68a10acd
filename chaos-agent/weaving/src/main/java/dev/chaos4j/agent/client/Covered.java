package dev.chaos4j.agent.client;

import dev.chaos4j.scope.ChaosContext.Opened;

/**
 * Keeps one exchange from being described twice, by its own protocol and by the protocol below it: an AWS request is an
 * AWS operation, and no HTTP operation too. The adapter of the upper protocol opens it around its attempt; adapters of
 * HTTP clients leave covered calls alone. Confined to the thread; an adapter whose attempts run elsewhere asks on the
 * thread of the call.
 */
public final class Covered {

    private static final ThreadLocal<Boolean> HTTP = new ThreadLocal<>();

    private Covered() {}

    /** Whether HTTP exchanges of this thread are described by an upper protocol already. */
    public static boolean isHttp() {
        return HTTP.get() != null;
    }

    /** Covers the HTTP exchanges that this thread begins until the returned is closed. */
    public static Opened http() {
        if (isHttp()) {
            return () -> {};
        }
        HTTP.set(true);
        return HTTP::remove;
    }
}
