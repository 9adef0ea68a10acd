/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.agent.bridge;

import org.jspecify.annotations.NullMarked;
