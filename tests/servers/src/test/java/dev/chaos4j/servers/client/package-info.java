/** Clients as applications build them, one class each. */
@NullMarked
package dev.chaos4j.servers.client;

import org.jspecify.annotations.NullMarked;
