/** Scenarios as users name them, on both sides of the control channel. */
@NullMarked
package dev.chaos4j.agent.source;

import org.jspecify.annotations.NullMarked;
