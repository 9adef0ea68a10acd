/** When: whether an eligible operation gets the fault. The seed is part of the value. */
@NullMarked
package dev.chaos4j.trigger;

import org.jspecify.annotations.NullMarked;
