/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.floors.report;

import org.jspecify.annotations.NullMarked;
