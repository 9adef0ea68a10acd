/** The seams that others fill in: injection backends, gates, clocks, sleepers and dice. */
@NullMarked
package dev.chaos4j.spi;

import org.jspecify.annotations.NullMarked;
