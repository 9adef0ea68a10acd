/** The careless build: the libraries' defaults, no limits, no fallback, and loops that retry everything. */
@NullMarked
package dev.chaos4j.examples.storefront.naive;

import org.jspecify.annotations.NullMarked;
