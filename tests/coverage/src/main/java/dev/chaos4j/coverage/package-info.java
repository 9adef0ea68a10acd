/** Build tool: coverage totals for the console. */
@NullMarked
package dev.chaos4j.coverage;

import org.jspecify.annotations.NullMarked;
