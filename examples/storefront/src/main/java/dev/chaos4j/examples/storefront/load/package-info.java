/** Steady customers, and the audit of what was promised to them. */
@NullMarked
package dev.chaos4j.examples.storefront.load;

import org.jspecify.annotations.NullMarked;
