/** The instrumentation of {@code thing.ThingClient}. */
@NullMarked
package dev.chaos4j.agent.testlib;

import org.jspecify.annotations.NullMarked;
