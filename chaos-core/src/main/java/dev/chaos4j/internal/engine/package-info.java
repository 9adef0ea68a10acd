/** The one gate, and all mutable state. */
@NullMarked
package dev.chaos4j.internal.engine;

import org.jspecify.annotations.NullMarked;
