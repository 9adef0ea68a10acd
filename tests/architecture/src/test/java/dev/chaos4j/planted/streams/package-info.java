/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.streams;

import org.jspecify.annotations.NullMarked;
