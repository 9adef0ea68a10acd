/**
 * Endpoints inside the JVM, to which connections are led instead of to where they were to go.
 *
 * <p>A fault that cannot be played at the calls of a client, because it happens on the line or at the other end, is played
 * there: the client's connection leads to a port of this machine's loopback, opened for this one connection, and an {@link
 * dev.chaos4j.agent.endpoint.Endpoint} behind it behaves as the fault says. So every client meets it, whether it blocks,
 * selects or speaks TLS, and none of the program's threads waits for us.
 *
 * <p>Each connection is a {@link dev.chaos4j.agent.endpoint.Visit}, which ends with its fault: its sockets are closed and its
 * threads, which are our own and therefore no targets, end. Anybody on this machine could connect to the port in the
 * moment in which it is open; it gets what the client would have got, and the client is refused.
 */
@NullMarked
package dev.chaos4j.agent.endpoint;

import org.jspecify.annotations.NullMarked;
