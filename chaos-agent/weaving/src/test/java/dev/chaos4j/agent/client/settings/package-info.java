/** Settings read wrongly where programs read them. */
@NullMarked
package dev.chaos4j.agent.client.settings;

import org.jspecify.annotations.NullMarked;
