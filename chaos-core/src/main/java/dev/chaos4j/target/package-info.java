/** Where: operations, the points they pass, and the patterns that select them. */
@NullMarked
package dev.chaos4j.target;

import org.jspecify.annotations.NullMarked;
