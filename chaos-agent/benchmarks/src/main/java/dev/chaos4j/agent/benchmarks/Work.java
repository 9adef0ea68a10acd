package dev.chaos4j.agent.benchmarks;

/** The work that is measured: one cheap call, so that whatever stands in front of it shows. */
public interface Work {

    /** The sum; a JIT that sees through the call can vectorize a loop over it. */
    int add(int left, int right);

    /** The text itself; a call that returns a reference. */
    String same(String text);
}
