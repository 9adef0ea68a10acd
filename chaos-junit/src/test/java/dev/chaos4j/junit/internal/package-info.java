@NullMarked
package dev.chaos4j.junit.internal;

import org.jspecify.annotations.NullMarked;
