/** The front door: {@link dev.chaos4j.Chaos}. */
@NullMarked
package dev.chaos4j;

import org.jspecify.annotations.NullMarked;
