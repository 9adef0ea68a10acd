package dev.chaos4j.examples.storefront.web;

import java.time.Duration;

/** One request that was answered. */
record Sample(long endedNanos, Duration took, boolean failed) {}
