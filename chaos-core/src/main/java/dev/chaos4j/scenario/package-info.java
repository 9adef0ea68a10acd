/** All together over time: planned faults, stages, and the scenario file reader. */
@NullMarked
package dev.chaos4j.scenario;

import org.jspecify.annotations.NullMarked;
