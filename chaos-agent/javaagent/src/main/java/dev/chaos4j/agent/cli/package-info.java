/** The command line: what {@code java -jar chaos-agent.jar} does. A program of its own, in a JVM of its own. */
@NullMarked
package dev.chaos4j.agent.cli;

import org.jspecify.annotations.NullMarked;
