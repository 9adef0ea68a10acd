/** Mistakes are rolled out to both builds. */
@NullMarked
package dev.chaos4j.examples.settings;

import org.jspecify.annotations.NullMarked;
