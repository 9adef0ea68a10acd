/** What the extension does once annotations have been read: it knows none of them. */
@NullMarked
package dev.chaos4j.junit.internal;

import org.jspecify.annotations.NullMarked;
