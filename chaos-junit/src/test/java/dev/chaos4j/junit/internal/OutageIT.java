package dev.chaos4j.junit.internal;

/** Named as Failsafe's integration tests are; it has no test, so that nothing runs it. */
final class OutageIT {
    private OutageIT() {}

    /** A nested one. */
    static final class Inner {
        private Inner() {}
    }
}
