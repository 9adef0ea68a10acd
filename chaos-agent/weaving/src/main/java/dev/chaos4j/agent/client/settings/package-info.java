/**
 * Settings where programs read them: system properties, other {@code Properties} and the environment. What other
 * libraries of settings need of this is here, too.
 *
 * <p>Every way of reading a system property ends at {@code Properties#getProperty(String)} or {@code
 * Properties#get(Object)}, so that {@code System} itself is not woven: the JVM runs through it before and while woven code
 * is linked. Both maps of the environment are those of {@code ProcessEnvironment}. Going through all properties or
 * variables, as libraries do that copy them, is not reading one, and stays right; the points of such a library are its own.
 *
 * <p>The real read runs first. Only what is set is an operation, so that a trigger counts reads of settings and not the
 * sources that were asked in vain; a read that passes several points counts at the innermost, where the value comes from.
 */
@NullMarked
package dev.chaos4j.agent.client.settings;

import org.jspecify.annotations.NullMarked;
