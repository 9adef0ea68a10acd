/**
 * A small shop to rehearse outages with.
 *
 * <p>Start reading at {@link dev.chaos4j.examples.storefront.Storefront}, then compare the packages {@code naive} and
 * {@code hardened}: the same three ports, built carelessly and built with care.
 */
@NullMarked
package dev.chaos4j.examples.storefront;

import org.jspecify.annotations.NullMarked;
