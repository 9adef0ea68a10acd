@NullMarked
package dev.chaos4j.examples.storefront;

import org.jspecify.annotations.NullMarked;
