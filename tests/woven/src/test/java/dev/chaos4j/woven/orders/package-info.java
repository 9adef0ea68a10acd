/** A client with Resilience4j, naive and hardened; sources of docs/junit.md. */
@NullMarked
package dev.chaos4j.woven.orders;

import org.jspecify.annotations.NullMarked;
