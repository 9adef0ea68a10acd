/**
 * The agent in a running JVM: arms a scenario under a lease, answers the command line, and takes itself out again
 * without a trace.
 */
@NullMarked
package dev.chaos4j.agent.standalone;

import org.jspecify.annotations.NullMarked;
