/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.cycle.right;

import org.jspecify.annotations.NullMarked;
