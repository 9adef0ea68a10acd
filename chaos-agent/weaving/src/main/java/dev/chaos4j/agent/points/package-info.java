/** What woven code meets at a method and at a client library's point: the way from a call to the gate and back. */
@NullMarked
package dev.chaos4j.agent.points;

import org.jspecify.annotations.NullMarked;
