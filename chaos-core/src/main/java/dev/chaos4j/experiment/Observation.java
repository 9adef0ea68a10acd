package dev.chaos4j.experiment;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a probe measured at one moment. Immutable.
 *
 * @param probe the probe's name
 * @param phase when
 * @param nanos the session's journal time, in nanoseconds
 * @param value what was measured, or null if measuring failed
 * @param good whether it was within the probe's range
 * @param text the measurement and the range in one phrase, or the error
 * @since 0.1
 */
public record Observation(
        String probe, Phase phase, long nanos, @Nullable Double value, boolean good, String text) {

    /** What was measured; empty if measuring failed. */
    public OptionalDouble measured() {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The part of an experiment. */
    public enum Phase {
        /** Before anything is armed. */
        BEFORE,
        /** While the scenario is played. */
        DURING,
        /** After the scenario and its time to recover. */
        AFTER
    }

    static Observation of(Probe probe, Phase phase, long nanos) {
        String suffix = probe.unit().isEmpty() ? "" : " " + probe.unit();
        try {
            double value = probe.measure().call().doubleValue();
            boolean good = value >= probe.least() && value <= probe.most();
            return new Observation(
                    probe.name(), phase, nanos, value, good, value + suffix + ", to be " + probe.range());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed(probe, phase, nanos, interrupted);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable failed) {
            return failed(probe, phase, nanos, failed);
        }
    }

    private static Observation failed(Probe probe, Phase phase, long nanos, Throwable error) {
        return new Observation(probe.name(), phase, nanos, null, false, "not measured: " + error);
    }
}
