package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.Durations;

/** How fast bytes go one way over one connection. Confined to the thread that passes them. */
interface Pace {

    /** As fast as they come. Has no state. */
    Pace FREE = new Pace() {};

    /** How many may pass next, at most; 1 or more. */
    default long most() {
        return Long.MAX_VALUE;
    }

    /** How long so many have to wait before they pass. */
    default long nanosBefore(int count) {
        return 0;
    }

    /** How long the next have to wait after so many have passed. */
    default long nanosAfter(int count) {
        return 0;
    }

    /** The pace of one way. */
    static Pace of(Bandwidth bandwidth) {
        long nanos = Durations.nanos(bandwidth.every());
        return bandwidth.isDrip() ? new Drip(bandwidth.bytes(), nanos) : new Even((double) nanos / bandwidth.bytes());
    }

    /** Evenly: bytes arrive when the line has had the time for them. */
    final class Even implements Pace {

        /** Shorter waits would be too inexact. */
        private static final double LEAST_NANOS = 10_000_000;

        /** So that what passes at once is not felt as a burst. */
        private static final double MOST_NANOS = 50_000_000;

        private final double nanosPerByte;
        private double owed;

        Even(double nanosPerByte) {
            this.nanosPerByte = nanosPerByte;
        }

        @Override
        public long most() {
            return Math.max(1, (long) (MOST_NANOS / nanosPerByte));
        }

        @Override
        public long nanosBefore(int count) {
            owed += count * nanosPerByte;
            if (owed < LEAST_NANOS) {
                return 0;
            }
            long nanos = (long) owed;
            owed = 0;
            return nanos;
        }
    }

    /** Some at once, then none for a time. */
    final class Drip implements Pace {

        private final long bytes;
        private final long nanos;
        private long left;

        Drip(long bytes, long nanos) {
            this.bytes = bytes;
            this.nanos = nanos;
            this.left = bytes;
        }

        @Override
        public long most() {
            return left;
        }

        @Override
        public long nanosAfter(int count) {
            left -= count;
            if (left > 0) {
                return 0;
            }
            left = bytes;
            return nanos;
        }
    }
}
