/**
 * A step of the build of {@code chaos-agent.jar}: what the compiler leaves to be made at run time is made here.
 */
@NullMarked
package dev.chaos4j.agent.packing;

import org.jspecify.annotations.NullMarked;
