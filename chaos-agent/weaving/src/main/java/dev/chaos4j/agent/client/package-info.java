/**
 * How to instrument one more client library, in its own package below this one.
 *
 * <ol>
 *   <li>{@link dev.chaos4j.agent.client.ClientInstrumentation} says which methods are points and names the interceptor
 *       of each. It is found through {@link java.util.ServiceLoader}: add one line to
 *       {@code META-INF/services/dev.chaos4j.agent.client.ClientInstrumentation}. It must not touch types of the
 *       client library, because it is loaded in every JVM.
 *   <li>{@link dev.chaos4j.agent.client.Interceptor} is ordinary Java, compiled against the client library (Maven scope
 *       {@code provided}). It describes the operation, enters the gate and applies the decision in the client
 *       library's own types. Nothing of it is copied into woven classes: lambdas, helper classes and string
 *       concatenation are all allowed.
 * </ol>
 *
 * <p>Rules for interceptors, with the reason:
 *
 * <ul>
 *   <li>The interceptor and its helpers live in the instrumentation's own package, and everything they share with each
 *       other does too: where the application's loader is not ours, this package is defined once more per loader of the
 *       client library, next to it. Types of the client library and of the application are then those of the
 *       application, types of {@code dev.chaos4j} outside the package are ours.
 *   <li>Only public types of the client library can be used: the interceptor is in another runtime package.
 *   <li>{@code enter} returns what is to happen; it never throws what the caller is to get. What it throws counts as an
 *       error of ours: it is logged once, and the call proceeds.
 *   <li>Enter at most one gate per point, with attributes computed only when asked
 *       ({@link dev.chaos4j.target.Operation}); a passage that was entered is closed on every path.
 *   <li>Pick methods by the lowest layer where the client's own parsing and retry still run, with parameter types:
 *       overloads that call each other would count twice.
 *   <li>Logical calls are points too, of the client's public operation: attempts inside belong to them.
 * </ul>
 */
@NullMarked
package dev.chaos4j.agent.client;

import org.jspecify.annotations.NullMarked;
