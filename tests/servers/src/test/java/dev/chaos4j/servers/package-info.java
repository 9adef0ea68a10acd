/** What applications see of network faults and mistakes, below real client libraries and at real servers. */
@NullMarked
package dev.chaos4j.servers;

import org.jspecify.annotations.NullMarked;
