/**
 * Observes Resilience4j: which instances there are, how they are set up, what they do. The only package that needs
 * Resilience4j; begin with {@link dev.chaos4j.resilience4j.Resilience4jObserver}.
 */
@NullMarked
package dev.chaos4j.resilience4j;

import org.jspecify.annotations.NullMarked;
