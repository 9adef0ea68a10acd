@NullMarked
package dev.chaos4j.journal;

import org.jspecify.annotations.NullMarked;
