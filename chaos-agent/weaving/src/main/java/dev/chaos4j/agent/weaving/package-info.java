/** Advice, matching, install and restore. */
@NullMarked
package dev.chaos4j.agent.weaving;

import org.jspecify.annotations.NullMarked;
