/** A planted violation. */
@NullMarked
package dev.chaos4j.planted.moduleb;

import org.jspecify.annotations.NullMarked;
