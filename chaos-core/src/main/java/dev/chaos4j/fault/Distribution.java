package dev.chaos4j.fault;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How the delays of a {@link Latency} are spread. Immutable; drawing is a pure function of the dice. */
public sealed interface Distribution {

    /** One unbounded draw in nanoseconds; may be negative or very large. */
    double sampleNanos(DoubleSupplier dice);

    /** The parameters in one phrase, for example {@code 300ms to 500ms}. */
    String describe();

    /** Every delay between the two equally likely; fixed when both are the same. */
    record Uniform(Duration shortest, Duration longest) implements Distribution {

        /** Whether there is just one delay. */
        public boolean isFixed() {
            return shortest.equals(longest);
        }

        @Override
        public double sampleNanos(DoubleSupplier dice) {
            long from = Durations.nanos(shortest);
            return isFixed() ? from : from + dice.getAsDouble() * (Durations.nanos(longest) - from);
        }

        @Override
        public String describe() {
            return isFixed() ? Durations.text(longest) : Durations.text(shortest) + " to " + Durations.text(longest);
        }
    }

    /** The bell curve around the mean. */
    record Normal(Duration mean, Duration deviation) implements Distribution {

        @Override
        public double sampleNanos(DoubleSupplier dice) {
            return Durations.nanos(mean) + gauss(dice) * Durations.nanos(deviation);
        }

        @Override
        public String describe() {
            return "normal, mean " + Durations.text(mean) + ", deviation " + Durations.text(deviation);
        }
    }

    /** The logarithm of the delay is normal. */
    record LogNormal(Duration median, Duration p99) implements Distribution {

        /** The 99th percentile of the standard normal distribution. */
        private static final double Z99 = 2.3263478740408408;

        @Override
        public double sampleNanos(DoubleSupplier dice) {
            double mu = Math.log((double) Durations.nanos(median));
            double sigma = (Math.log((double) Durations.nanos(p99)) - mu) / Z99;
            return Math.exp(mu + sigma * gauss(dice));
        }

        @Override
        public String describe() {
            return "log-normal, median " + Durations.text(median) + ", p99 " + Durations.text(p99);
        }
    }

    /** A heavy tail above the shortest delay. */
    record Pareto(Duration shortest, double shape) implements Distribution {

        @Override
        public double sampleNanos(DoubleSupplier dice) {
            return (double) Durations.nanos(shortest) / Math.pow(1 - dice.getAsDouble(), 1 / shape);
        }

        @Override
        public String describe() {
            return "pareto from " + Durations.text(shortest) + ", shape " + shape;
        }
    }

    /** A standard normal draw from two uniform ones (Box and Muller, 1958). */
    private static double gauss(DoubleSupplier dice) {
        double radius = Math.sqrt(-2 * Math.log(1 - dice.getAsDouble()));
        return radius * Math.cos(2 * Math.PI * dice.getAsDouble());
    }
}
