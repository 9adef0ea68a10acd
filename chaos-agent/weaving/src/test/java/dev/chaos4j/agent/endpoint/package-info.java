/** What real clients make of what is at the other end. */
@NullMarked
package dev.chaos4j.agent.endpoint;

import org.jspecify.annotations.NullMarked;
