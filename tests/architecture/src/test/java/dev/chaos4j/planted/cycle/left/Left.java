package dev.chaos4j.planted.cycle.left;

import dev.chaos4j.planted.cycle.right.Right;

/** One half of a package cycle. */
public interface Left {
    Right other();
}
