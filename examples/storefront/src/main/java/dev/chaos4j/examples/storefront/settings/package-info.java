/** Everything that can be set wrong: endpoints, Regions, buckets, credentials, limits. */
@NullMarked
package dev.chaos4j.examples.storefront.settings;

import org.jspecify.annotations.NullMarked;
