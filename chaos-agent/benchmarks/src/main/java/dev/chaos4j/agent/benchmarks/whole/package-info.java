/**
 * What the packaged agent costs a whole JVM: attaching to it, starting with it, and how far an injected delay misses what
 * was asked for. {@link dev.chaos4j.agent.benchmarks.whole.WholeCost} runs all of it.
 */
@NullMarked
package dev.chaos4j.agent.benchmarks.whole;

import org.jspecify.annotations.NullMarked;
