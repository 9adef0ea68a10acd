package dev.chaos4j.agent.benchmarks;

/** A class beside the one that is measured, so that a fault can be armed elsewhere. */
final class OtherWork {

    private int calls;

    int next() {
        return ++calls;
    }
}
