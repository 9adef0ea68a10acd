@NullMarked
package dev.chaos4j.junit;

import org.jspecify.annotations.NullMarked;
