/** The agent as an injection backend, in a JVM of its own or embedded in a test. */
@NullMarked
package dev.chaos4j.agent.backend;

import org.jspecify.annotations.NullMarked;
