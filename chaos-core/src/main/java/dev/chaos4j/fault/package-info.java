/** What goes wrong: immutable fault values, validated on creation. No clock, no threads, no dice of its own. */
@NullMarked
package dev.chaos4j.fault;

import org.jspecify.annotations.NullMarked;
