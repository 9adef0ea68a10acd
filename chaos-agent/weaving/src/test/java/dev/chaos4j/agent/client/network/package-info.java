/** Faults at the JDK's network, met by clients that know nothing of them. */
@NullMarked
package dev.chaos4j.agent.client.network;

import org.jspecify.annotations.NullMarked;
