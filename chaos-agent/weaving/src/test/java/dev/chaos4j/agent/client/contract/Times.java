package dev.chaos4j.agent.client.contract;

import java.time.Duration;

/**
 * How long a client waits for others.
 *
 * @param connect for a connection
 * @param answer for an answer
 * @param acquire for a connection of its pool, if it waits for those
 */
record Times(Duration connect, Duration answer, Duration acquire) {

    /** Long enough for a busy machine: for whatever is not about time-outs. */
    static final Times PATIENT = of(10_000, 20_000, 30_000);

    /**
     * The same, but for the pool: the SDK's over Netty sometimes loses the error of a connection that fails at once, to a
     * race between its event loops, and reports the wait for the pool instead.
     */
    static final Times UNCONNECTED = of(10_000, 20_000, 1_000);

    /** To be waited for in vain: an answer. A connection takes its time, so that a busy machine is not taken for one. */
    static final Times HASTY = of(10_000, 250, 30_000);
    /** To be waited for in vain: a connection. */
    static final Times HASTY_TO_CONNECT = of(100, 20_000, 1_000);

    private static Times of(long connectMillis, long answerMillis, long acquireMillis) {
        return new Times(
                Duration.ofMillis(connectMillis), Duration.ofMillis(answerMillis), Duration.ofMillis(acquireMillis));
    }
}
