/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.breaker;

import org.jspecify.annotations.NullMarked;
