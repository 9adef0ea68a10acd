/** A client library to instrument. */
@NullMarked
package thing;

import org.jspecify.annotations.NullMarked;
