/** An application to weave: outside of our own packages, which are never targets. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
