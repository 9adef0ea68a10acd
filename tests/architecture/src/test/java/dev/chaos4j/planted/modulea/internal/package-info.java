/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.modulea.internal;

import org.jspecify.annotations.NullMarked;
