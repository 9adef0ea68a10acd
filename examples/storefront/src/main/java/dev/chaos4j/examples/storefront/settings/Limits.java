package dev.chaos4j.examples.storefront.settings;

import java.time.Duration;
import java.util.Map;

/**
 * The numbers behind the hardened build's patterns. The defaults suit an outage that is rehearsed within a minute; a
 * shop that lives through real ones would choose longer windows and pauses.
 *
 * @param attemptTimeout how long one attempt at a dependency may take
 * @param readAttempts attempts per Region and page for an image, and for a price; the first one counts
 * @param writeAttempts attempts for an order before it is queued; the first one counts
 * @param backoff the pause before the second attempt, give or take half; it doubles from there
 * @param concurrentCalls calls of one kind that may be under way at once
 * @param breakerWindow how many attempts the breaker looks back on
 * @param breakerMinimum attempts it wants to have seen before it judges; it opens when half of them failed
 * @param breakerPause how long it stays open before it lets probes through
 * @param breakerProbes how many probes it lets through
 * @param longestStaleness how old a copy may be and still be shown
 * @param mostOrdersWaiting how many orders may wait for S3; further ones are refused
 * @param drainPause how often waiting orders are tried
 * @param requestsAtOnce requests the shop serves at once; further ones are refused
 */
public record Limits(
        Duration attemptTimeout,
        int readAttempts,
        int writeAttempts,
        Duration backoff,
        int concurrentCalls,
        int breakerWindow,
        int breakerMinimum,
        Duration breakerPause,
        int breakerProbes,
        Duration longestStaleness,
        int mostOrdersWaiting,
        Duration drainPause,
        int requestsAtOnce) {

    /**
     * The defaults, but for what {@code texts} says.
     *
     * @throws IllegalArgumentException as {@link Settings#from}
     */
    public static Limits of(Map<String, String> texts) {
        Reader reader = new Reader(texts);
        Limits limits = from(reader);
        reader.requireNoOther();
        return limits;
    }

    static Limits from(Reader settings) {
        return new Limits(
                settings.duration("attempt.timeout", "0.4s"),
                settings.count("read.attempts", "2"),
                settings.count("write.attempts", "3"),
                settings.duration("backoff", "0.05s"),
                settings.count("concurrent.calls", "16"),
                settings.count("breaker.window", "10"),
                settings.count("breaker.minimum", "5"),
                settings.duration("breaker.pause", "2s"),
                settings.count("breaker.probes", "2"),
                settings.duration("longest.staleness", "10m"),
                settings.count("most.orders.waiting", "500"),
                settings.duration("drain.pause", "0.25s"),
                settings.count("requests.at.once", "64"));
    }
}
