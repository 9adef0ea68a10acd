/** Sources of docs/getting-started.md. */
@NullMarked
package dev.chaos4j.docs.checkout;

import org.jspecify.annotations.NullMarked;
