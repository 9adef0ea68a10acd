/** The careful build: deadlines, bounded retry, a breaker for each kind of operation, bulkheads, failover, stale copies, a bounded queue. */
@NullMarked
package dev.chaos4j.examples.storefront.hardened;

import org.jspecify.annotations.NullMarked;
