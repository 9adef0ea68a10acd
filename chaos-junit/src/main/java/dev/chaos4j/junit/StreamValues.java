package dev.chaos4j.junit;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.junit.internal.BadValue;
import dev.chaos4j.junit.internal.TimeText;
import java.time.Duration;
import java.util.stream.LongStream;

/** What {@link InjectBandwidth} and {@link InjectBrokenStream} say. */
final class StreamValues {

    private StreamValues() {}

    static Bandwidth fault(InjectBandwidth from) {
        Duration every = TimeText.optional("dripEvery", from.dripEvery());
        boolean even = from.bytesPerSecond() != 0;
        boolean drips = from.drip() != 0 || every != null;
        if (even == drips) {
            throw BadValue.combination(
                    even ? "bytesPerSecond = " + from.bytesPerSecond() + ", drip = " + from.drip() : "",
                    "give either bytesPerSecond = 10_000, or drip = 1 and dripEvery = \"500ms\"");
        }
        try {
            if (even) {
                return Bandwidth.of(from.bytesPerSecond()).towards(from.direction());
            }
            Duration pause = TimeText.read("dripEvery", from.dripEvery());
            return Bandwidth.drip(from.drip(), pause).towards(from.direction());
        } catch (IllegalArgumentException outOfRange) {
            throw even
                    ? BadValue.value("bytesPerSecond", from.bytesPerSecond(), String.valueOf(outOfRange.getMessage()))
                    : BadValue.value("drip", from.drip(), String.valueOf(outOfRange.getMessage()));
        }
    }

    static BrokenStream fault(InjectBrokenStream from) {
        long given = LongStream.of(from.resetAfter(), from.endAfter(), from.stallAfter())
                .filter(bytes -> bytes != -1)
                .count();
        if (given != 1) {
            throw BadValue.combination(
                    given == 0 ? "" : "resetAfter, endAfter, stallAfter",
                    "a stream breaks in one way; give one of resetAfter = 1_000, endAfter = 1_000 or stallAfter = 0");
        }
        try {
            return broken(from).towards(from.direction());
        } catch (IllegalArgumentException outOfRange) {
            throw BadValue.combination("", String.valueOf(outOfRange.getMessage()));
        }
    }

    private static BrokenStream broken(InjectBrokenStream from) {
        if (from.resetAfter() != -1) {
            return BrokenStream.resetAfter(from.resetAfter());
        }
        return from.endAfter() != -1
                ? BrokenStream.endAfter(from.endAfter())
                : BrokenStream.stallAfter(from.stallAfter());
    }
}
