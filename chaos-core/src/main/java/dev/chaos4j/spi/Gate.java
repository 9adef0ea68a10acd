package dev.chaos4j.spi;

import dev.chaos4j.target.InjectionPoint;

/** The one place that decides. Thread-safe. */
public interface Gate {

    /** The gate at one injection point; asking again for an equal point gives the same gate. */
    PointGate at(InjectionPoint point);
}
