/**
 * The JDK's {@code java.net.http.HttpClient}, synchronous and asynchronous.
 *
 * <p>A logical call is one {@code send} or {@code sendAsync}. An attempt is one exchange inside it, at {@code
 * jdk.internal.net.http.Exchange#responseAsync}: below it lie the connection and the protocol, above it the client's own
 * request timer, filters (redirects, cookies, authentication), repetition after a lost connection, cancellation, body
 * handling and the translation of exceptions. A fault takes the place of the part below, in what it hands upwards, so
 * all of the part above is the client's own.
 *
 * <p>The part above is reached through the client's internal classes, the same on JDK 17 to 25. Where a JDK has changed
 * them, that is reported once and calls proceed unharmed.
 */
@NullMarked
package dev.chaos4j.agent.client.javahttp;

import org.jspecify.annotations.NullMarked;
