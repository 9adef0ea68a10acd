/**
 * What the JVM and everybody else sees of {@code chaos-agent.jar}: the way in, and the class loader that hides the rest.
 * It is on the system class loader, where the JVM puts an agent, and uses JDK types only.
 */
@NullMarked
package dev.chaos4j.agent;

import org.jspecify.annotations.NullMarked;
