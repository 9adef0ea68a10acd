/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.bytebuddy;

import org.jspecify.annotations.NullMarked;
