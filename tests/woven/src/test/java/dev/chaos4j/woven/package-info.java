@NullMarked
package dev.chaos4j.woven;

import org.jspecify.annotations.NullMarked;
