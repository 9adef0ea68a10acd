@NullMarked
package dev.chaos4j.resilience4j;

import org.jspecify.annotations.NullMarked;
