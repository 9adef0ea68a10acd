/**
 * Advice, matching, install and restore: methods that a {@link dev.chaos4j.agent.weaving.Rule} selects come to call a
 * site at the bridge, in loaded classes and in those to come, until the rule ends.
 */
@NullMarked
package dev.chaos4j.agent.weaving;

import org.jspecify.annotations.NullMarked;
