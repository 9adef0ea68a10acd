package dev.chaos4j.scenario;

import dev.chaos4j.fault.Distribution;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link Latency} stands in a file: as its delay, or as a mapping with its distribution. */
final class LatencyForm {

    private static final Key<Latency, Duration> FROM =
            duration("from", l -> uniform(l).shortest(), "the shortest");
    private static final Key<Latency, Duration> TO =
            duration("to", l -> uniform(l).longest(), "the longest");
    private static final Form<Latency> UNIFORM =
            ObjectForm.of("a uniform latency", Keys.of(FROM, TO), at -> Latency.uniform(at.need(FROM), at.need(TO)));

    private static final Key<Latency, Duration> MEAN =
            duration("mean", l -> normal(l).mean(), "the mean");
    private static final Key<Latency, Duration> DEVIATION =
            duration("deviation", l -> normal(l).deviation(), "the standard deviation");
    private static final Form<Latency> NORMAL = ObjectForm.of(
            "a normal latency", Keys.of(MEAN, DEVIATION), at -> Latency.normal(at.need(MEAN), at.need(DEVIATION)));

    private static final Key<Latency, Duration> MEDIAN =
            duration("median", l -> logNormal(l).median(), "the median");
    private static final Key<Latency, Duration> P99 =
            duration("p99", l -> logNormal(l).p99(), "the 99th percentile, longer than the median");
    private static final Form<Latency> LOG_NORMAL = ObjectForm.of(
            "a log-normal latency", Keys.of(MEDIAN, P99), at -> Latency.logNormal(at.need(MEDIAN), at.need(P99)));

    private static final Key<Latency, Duration> SHORTEST =
            duration("shortest", l -> pareto(l).shortest(), "the shortest");
    private static final Key<Latency, Double> SHAPE = Key.required(
            "shape",
            Scalars.number("a number above 0, for example 1.5", Map.of("exclusiveMinimum", 0)),
            l -> pareto(l).shape(),
            "the tail index: the smaller, the heavier the tail");
    private static final Form<Latency> PARETO = ObjectForm.of(
            "a pareto latency", Keys.of(SHORTEST, SHAPE), at -> Latency.pareto(at.need(SHORTEST), at.need(SHAPE)));

    private static final Form<Latency> FULL = ObjectForm.choosing(
            "a latency",
            new Keys<Latency>()
                    .choice(
                            "delay",
                            Scalars.DURATION,
                            l -> isFixed(l) ? uniform(l).longest() : null,
                            Latency::of,
                            "the same delay each time")
                    .with(spread("uniform", UNIFORM, Distribution.Uniform.class, "each delay between two alike"))
                    .with(spread("normal", NORMAL, Distribution.Normal.class, "the bell curve around a mean"))
                    .with(spread("log-normal", LOG_NORMAL, Distribution.LogNormal.class, "as service times are spread"))
                    .with(spread("pareto", PARETO, Distribution.Pareto.class, "mostly short, with a heavy tail"))
                    .optional(
                            "jitter",
                            Scalars.DURATION,
                            l -> null,
                            Latency::jitter,
                            "with 'delay': spread evenly by up to this to either side")
                    .optional(
                            "at-most",
                            Scalars.DURATION,
                            LatencyForm::ownBound,
                            Latency::atMost,
                            "longer draws become this; 1m unless the distribution has an end of its own")
                    .optional(
                            "precise",
                            Scalars.BOOLEAN,
                            l -> l.isPrecise() ? true : null,
                            (l, precise) -> precise ? l.precisely() : l,
                            "met to a few microseconds, by spinning"));

    static final Form<Latency> FORM = OneOf.way(
                    Scalars.DURATION.as(Latency::of, (Latency l) -> uniform(l).longest()),
                    (Latency l) -> isFixed(l) && ownBound(l) == null && !l.isPrecise())
            .or(FULL);

    private LatencyForm() {}

    private static Key<Latency, Duration> duration(String name, Key.Getter<Latency, Duration> getter, String doc) {
        return Key.required(name, Scalars.DURATION, getter, doc);
    }

    private static Key<Latency, Latency> spread(
            String name, Form<Latency> form, Class<? extends Distribution> type, String doc) {
        return Key.choice(name, form, l -> type.isInstance(l.distribution()) && !isFixed(l) ? l : null, l -> l, doc);
    }

    private static boolean isFixed(Latency latency) {
        return latency.distribution() instanceof Distribution.Uniform uniform && uniform.isFixed();
    }

    private static @Nullable Duration ownBound(Latency latency) {
        Duration usual = latency.distribution() instanceof Distribution.Uniform uniform
                ? uniform.longest()
                : Latency.DEFAULT_BOUND;
        return latency.bound().equals(usual) ? null : latency.bound();
    }

    private static Distribution.Uniform uniform(Latency latency) {
        return (Distribution.Uniform) latency.distribution();
    }

    private static Distribution.Normal normal(Latency latency) {
        return (Distribution.Normal) latency.distribution();
    }

    private static Distribution.LogNormal logNormal(Latency latency) {
        return (Distribution.LogNormal) latency.distribution();
    }

    private static Distribution.Pareto pareto(Latency latency) {
        return (Distribution.Pareto) latency.distribution();
    }
}
