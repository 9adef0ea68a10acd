package dev.chaos4j.examples.storefront.shop;

/** How well a part of a page could be served. */
public enum Freshness {
    /** Just read from where it lives, in any Region. */
    FRESH,
    /** A copy of what was read earlier; its age is shown. */
    STALE,
    /** Not there: never read so far, or too old to show. */
    MISSING
}
