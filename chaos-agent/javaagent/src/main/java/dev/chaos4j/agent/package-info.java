/** The agent's entry points and its command line. */
@NullMarked
package dev.chaos4j.agent;

import org.jspecify.annotations.NullMarked;
