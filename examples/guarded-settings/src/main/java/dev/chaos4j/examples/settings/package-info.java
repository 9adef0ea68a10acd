/**
 * A price service whose settings can change while it runs, in two builds: one takes whatever is rolled out, the other
 * validates it, tries it, keeps the last good settings and goes back to them by itself.
 */
@NullMarked
package dev.chaos4j.examples.settings;

import org.jspecify.annotations.NullMarked;
