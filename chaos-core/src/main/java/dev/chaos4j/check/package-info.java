/**
 * Was it resilient? Checks decide one property each, over what a journal recorded, and give a verdict with the numbers
 * and the calls that decide it.
 *
 * <p>Three types matter to most users: {@link dev.chaos4j.check.Resilience}, the fluent form for tests;
 * {@link dev.chaos4j.check.Checks}, the list of all checks; and {@link dev.chaos4j.check.Recording}, what a check runs
 * over.
 */
@NullMarked
package dev.chaos4j.check;

import org.jspecify.annotations.NullMarked;
