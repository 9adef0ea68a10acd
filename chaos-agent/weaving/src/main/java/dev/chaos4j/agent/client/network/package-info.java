/**
 * The network as every client on the JDK uses it, known to us or not: {@code InetAddress}, {@code Socket} and {@code
 * SocketChannel}.
 *
 * <p>Names are resolved at {@code InetAddress#getAllByName(String)}, which all look-ups pass on JDK 17 to 25, in front of
 * the JDK's own cache and of the resolver that JDK 18 made exchangeable. Addresses written as numbers need no look-up and
 * do not count. Connecting is {@code Socket#connect}, the socket of a channel, and {@code SocketChannel#connect}; bytes are
 * those of the streams of sockets and of channels.
 *
 * <p>A blocking connect waits on its thread, and its own time-out, an interrupt or a close from elsewhere end the wait. A
 * channel that does not block is never blocked: it has a connection pending, nothing is sent yet, and its selector takes
 * no interest in it, so that it is not ready. When its time has come the real connection is begun, or one to a port where
 * nobody listens, which makes it ready for {@code finishConnect} to fail as the JDK does.
 *
 * <p>A read or write of such a channel that is held moves no bytes and returns 0, and its selector waits for it no more
 * until its time has come; then the selector is woken, and the next read or write goes on.
 *
 * <p>Handshakes over TLS are those of clients, in the JDK's own {@code SSLSocketImpl} and {@code SSLEngineImpl}. A socket
 * waits and fails on its thread. An engine moves no bytes and never waits here; to fail, it is given a server's alert to
 * read.
 *
 * <p>Where the JDK throws by itself it is let to: a name that does not resolve is an unresolved address handed to the
 * JDK. What a channel that does not block needs of the JDK's inner state is the same on JDK 17 to 25; where a JDK has
 * changed it, that is reported once and connections proceed unharmed.
 *
 * <p>We use the network ourselves: what our threads do, and what we do on the way to a decision, passes untouched.
 */
@NullMarked
package dev.chaos4j.agent.client.network;

import org.jspecify.annotations.NullMarked;
