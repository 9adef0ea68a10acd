/** What woven code calls: JDK types only, on the bootstrap loader. */
@NullMarked
package dev.chaos4j.agent.bridge;

import org.jspecify.annotations.NullMarked;
