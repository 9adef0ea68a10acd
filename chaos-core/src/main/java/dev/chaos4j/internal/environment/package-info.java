/** The only place that reads a clock, sleeps or rolls dice. */
@NullMarked
package dev.chaos4j.internal.environment;

import org.jspecify.annotations.NullMarked;
