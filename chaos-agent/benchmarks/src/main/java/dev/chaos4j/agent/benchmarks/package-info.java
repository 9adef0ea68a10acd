/** What a woven method costs. */
@NullMarked
package dev.chaos4j.agent.benchmarks;

import org.jspecify.annotations.NullMarked;
