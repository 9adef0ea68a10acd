@NullMarked
package dev.chaos4j.agent.packing;

import org.jspecify.annotations.NullMarked;
