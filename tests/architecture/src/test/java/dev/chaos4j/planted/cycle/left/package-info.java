/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.cycle.left;

import org.jspecify.annotations.NullMarked;
