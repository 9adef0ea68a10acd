/**
 * The demo: an outage is played to the naive and to the hardened shop while customers come and go, and judged.
 *
 * <p>Start reading at {@link dev.chaos4j.examples.storefront.demo.Demo}.
 */
@NullMarked
package dev.chaos4j.examples.storefront.demo;

import org.jspecify.annotations.NullMarked;
