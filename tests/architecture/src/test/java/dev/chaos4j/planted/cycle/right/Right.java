package dev.chaos4j.planted.cycle.right;

import dev.chaos4j.planted.cycle.left.Left;

/** The other half of a package cycle. */
public interface Right {
    Left other();
}
