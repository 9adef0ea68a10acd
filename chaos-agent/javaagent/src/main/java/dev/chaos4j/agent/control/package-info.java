/**
 * How commands reach the agent of a running JVM: a socket file in a directory that only the JVM's own user can enter.
 * {@code docs/safety.md} says why. Both ends are here; what the commands mean is not.
 */
@NullMarked
package dev.chaos4j.agent.control;

import org.jspecify.annotations.NullMarked;
