/**
 * A rehearsal with a question: is the system in its steady state before, what do the checks say of the outage, and is the
 * system in its steady state again after it? Begin with {@link dev.chaos4j.experiment.Experiment}.
 */
@NullMarked
package dev.chaos4j.experiment;

import org.jspecify.annotations.NullMarked;
