/** Where the agent's log goes in an application's JVM: past the application's own logging, to standard error. */
@NullMarked
package dev.chaos4j.agent.log;

import org.jspecify.annotations.NullMarked;
