/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.time;

import org.jspecify.annotations.NullMarked;
