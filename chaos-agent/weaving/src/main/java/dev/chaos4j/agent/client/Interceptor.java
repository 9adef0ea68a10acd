package dev.chaos4j.agent.client;

import org.jspecify.annotations.Nullable;

/** What happens at a point of a client library. One instance per loader of the library; thread-safe. */
public interface Interceptor {

    /**
     * A call begins and something is armed or observed at its point.
     *
     * @return null to leave the call alone
     * @throws Throwable an error of ours, never what the caller is to get: it is logged once, and the call proceeds
     */
    @Nullable
    Interception enter(ClientCall call) throws Throwable;
}
