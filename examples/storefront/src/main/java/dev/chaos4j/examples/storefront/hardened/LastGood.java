package dev.chaos4j.examples.storefront.hardened;

import dev.chaos4j.examples.storefront.shop.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last good value for each key, to be shown while a fresh one cannot be had. Keeps the 1,000 that were written last.
 * Thread-safe.
 */
final class LastGood<T> {
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Duration longestStaleness;
    private final Map<String, Copy<T>> copies = new LinkedHashMap<>();

    LastGood(InstantSource clock, Duration longestStaleness) {
        this.clock = clock;
        this.longestStaleness = longestStaleness;
    }

    synchronized void keep(String key, T value) {
        copies.remove(key);
        copies.put(key, new Copy<>(value, clock.instant()));
        if (copies.size() > MOST) {
            copies.remove(copies.keySet().iterator().next());
        }
    }

    synchronized void forget(String key) {
        copies.remove(key);
    }

    /** The copy, with its age; missing if there is none, or if it is too old to show. */
    synchronized Part<T> find(String key) {
        Copy<T> copy = copies.get(key);
        if (copy == null) {
            return Part.missing();
        }
        Duration age = Duration.between(copy.readAt, clock.instant());
        return age.compareTo(longestStaleness) > 0 ? Part.missing() : Part.stale(copy.value, age);
    }

    private record Copy<T>(T value, Instant readAt) {}
}
