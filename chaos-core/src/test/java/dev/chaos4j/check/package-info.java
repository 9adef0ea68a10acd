@NullMarked
package dev.chaos4j.check;

import org.jspecify.annotations.NullMarked;
