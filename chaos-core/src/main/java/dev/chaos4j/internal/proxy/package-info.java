/** Interface wrapping: the way to the gate that needs no agent. */
@NullMarked
package dev.chaos4j.internal.proxy;

import org.jspecify.annotations.NullMarked;
