package dev.chaos4j.agent.benchmarks.whole;

/** What the hundred classes have in common. */
public interface IntSource {

    /** Some work. */
    int next(int last);
}
