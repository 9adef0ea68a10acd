/** Real servers on loopback, each plain and over TLS, brought by Maven artefacts. */
@NullMarked
package dev.chaos4j.servers.server;

import org.jspecify.annotations.NullMarked;
