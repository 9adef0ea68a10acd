/**
 * What woven code calls. Loaded by the bootstrap loader, so that every class of the JVM finds it, and therefore limited
 * to JDK types; it holds no rules and decides nothing.
 *
 * <p>One invokedynamic instruction per woven method asks for its {@link dev.chaos4j.agent.bridge.Site}. While nothing is
 * armed there, the answer is the constant null, which the JIT compiler folds away; while something is armed, it is a
 * constant object, into which the compiler inlines.
 */
@NullMarked
package dev.chaos4j.agent.bridge;

import org.jspecify.annotations.NullMarked;
