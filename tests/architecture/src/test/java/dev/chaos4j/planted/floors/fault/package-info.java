/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.floors.fault;

import org.jspecify.annotations.NullMarked;
