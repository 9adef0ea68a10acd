package dev.chaos4j.examples.storefront.shop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One part of a product page and how well it could be served.
 *
 * @param value what to show; null if {@link Freshness#MISSING}
 * @param freshness how well it could be served
 * @param source where it came from, such as a Region's name, or {@code cache}
 * @param ageSeconds how long ago it was read; 0 if fresh
 */
public record Part<T>(@Nullable T value, Freshness freshness, String source, long ageSeconds) {
    /** A part that was just read from {@code source}. */
    public static <T> Part<T> fresh(T value, String source) {
        return new Part<>(value, Freshness.FRESH, source, 0);
    }

    /** A copy of a part that was read {@code age} ago. */
    public static <T> Part<T> stale(T value, Duration age) {
        return new Part<>(value, Freshness.STALE, "cache", age.toSeconds());
    }

    /** A part that cannot be shown. */
    public static <T> Part<T> missing() {
        return new Part<>(null, Freshness.MISSING, "none", 0);
    }
}
