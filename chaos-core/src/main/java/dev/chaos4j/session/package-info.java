/** A live run: what is armed now, its handles and their status. */
@NullMarked
package dev.chaos4j.session;

import org.jspecify.annotations.NullMarked;
