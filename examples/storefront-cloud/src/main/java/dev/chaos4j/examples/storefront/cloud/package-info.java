/**
 * What the shop depends on, for real and on loopback only: two S3 servers as Regions and a price service.
 *
 * <p>Start at {@link dev.chaos4j.examples.storefront.cloud.Cloud}, inside a test or as a {@code main} in a JVM of its own.
 */
@NullMarked
package dev.chaos4j.examples.storefront.cloud;

import org.jspecify.annotations.NullMarked;
