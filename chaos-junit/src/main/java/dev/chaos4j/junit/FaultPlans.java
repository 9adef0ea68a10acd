package dev.chaos4j.junit;

import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.junit.internal.BadValue;
import dev.chaos4j.junit.internal.Plan;
import dev.chaos4j.junit.internal.TimeText;
import dev.chaos4j.junit.internal.When;
import dev.chaos4j.junit.internal.Where;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Set;

/** Reads the annotations that ask for one fault. */
final class FaultPlans {

    static final Set<Class<? extends Annotation>> ANNOTATIONS = Set.of(
            InjectLatency.class,
            InjectFailure.class,
            InjectHang.class,
            InjectBandwidth.class,
            InjectBrokenStream.class,
            Misconfigure.class,
            InjectWrongSetting.class);

    private final Declaration declaration;
    private final Class<?> testClass;

    private FaultPlans(Declaration declaration, Class<?> testClass) {
        this.declaration = declaration;
        this.testClass = testClass;
    }

    /**
     * What the annotation asks for.
     *
     * @throws BadValue if it cannot be meant so
     */
    static Plan.OfFault read(Declaration declaration, Class<?> testClass) {
        FaultPlans reader = new FaultPlans(declaration, testClass);
        Annotation annotation = declaration.annotation();
        if (annotation instanceof InjectLatency latency) {
            return reader.latency(latency);
        }
        if (annotation instanceof InjectFailure failure) {
            return reader.failure(failure);
        }
        if (annotation instanceof InjectHang hang) {
            return reader.hang(hang);
        }
        if (annotation instanceof InjectBandwidth slow) {
            return reader.bandwidth(slow);
        }
        if (annotation instanceof InjectBrokenStream broken) {
            return reader.brokenStream(broken);
        }
        if (annotation instanceof Misconfigure misconfigure) {
            return reader.misconfigure(misconfigure);
        }
        if (annotation instanceof InjectWrongSetting wrong) {
            return reader.wrongSetting(wrong);
        }
        throw new IllegalArgumentException(annotation + " asks for no fault");
    }

    private Plan.OfFault latency(InjectLatency from) {
        Where where =
                new Where(from.target(), from.methodName(), from.method(), from.http(), from.aws(), from.connection());
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        return plan(latencyOf(from), where.target(testClass), when.trigger(), from.name(), from.allowUnfired());
    }

    private static Fault latencyOf(InjectLatency from) {
        Duration delay = TimeText.read("delay", from.delay());
        Duration jitter = TimeText.optional("jitter", from.jitter());
        Duration p99 = TimeText.optional("p99", from.p99());
        if (jitter != null && p99 != null) {
            throw BadValue.combination(
                    "jitter = \"" + from.jitter() + "\", p99 = \"" + from.p99() + "\"",
                    "jitter is for evenly spread delays and p99 for log-normal ones; keep one of them");
        }
        try {
            Latency latency = p99 == null ? Latency.of(delay) : Latency.logNormal(delay, p99);
            return jitter == null ? latency : latency.jitter(jitter);
        } catch (IllegalArgumentException outOfRange) {
            String attribute = p99 == null ? "delay" : "p99";
            throw BadValue.text(
                    attribute, p99 == null ? from.delay() : from.p99(), String.valueOf(outOfRange.getMessage()), null);
        }
    }

    private Plan.OfFault failure(InjectFailure from) {
        Where where =
                new Where(from.target(), from.methodName(), from.method(), from.http(), from.aws(), from.connection());
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        Target target = where.target(testClass);
        Fault fault = FailureValues.fault(from, Where.hasProtocol(target));
        return plan(fault, target, when.trigger(), from.name(), from.allowUnfired());
    }

    private Plan.OfFault hang(InjectHang from) {
        Where where =
                new Where(from.target(), from.methodName(), from.method(), from.http(), from.aws(), from.connection());
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        return plan(hangOf(from), where.target(testClass), when.trigger(), from.name(), from.allowUnfired());
    }

    private static Fault hangOf(InjectHang from) {
        Duration limit = TimeText.optional("atMost", from.atMost());
        try {
            return limit == null ? Hang.untilReleased() : Hang.atMost(limit);
        } catch (IllegalArgumentException outOfRange) {
            throw BadValue.text("atMost", from.atMost(), String.valueOf(outOfRange.getMessage()), null);
        }
    }

    private Plan.OfFault bandwidth(InjectBandwidth from) {
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        Target target = connection(from.connection());
        return plan(StreamValues.fault(from), target, when.trigger(), from.name(), from.allowUnfired());
    }

    private Plan.OfFault brokenStream(InjectBrokenStream from) {
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        Target target = connection(from.connection());
        return plan(StreamValues.fault(from), target, when.trigger(), from.name(), from.allowUnfired());
    }

    private Target connection(String text) {
        if (text.isBlank()) {
            throw BadValue.combination("", "it does not say where; give connection = \"db.*:5432\"");
        }
        return new Where(void.class, "*", "", "", "", text).target(testClass);
    }

    private Plan.OfFault misconfigure(Misconfigure from) {
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        return plan(
                MisconfigurationValues.fault(from),
                MisconfigurationValues.target(from),
                when.trigger(),
                from.name(),
                from.allowUnfired());
    }

    private Plan.OfFault wrongSetting(InjectWrongSetting from) {
        When when = new When(from.rate(), from.first(), from.after(), from.every());
        return plan(
                WrongSettingValues.fault(from),
                WrongSettingValues.target(from),
                when.trigger(),
                from.name(),
                from.allowUnfired());
    }

    private Plan.OfFault plan(Fault fault, Target target, Trigger trigger, String name, boolean allowUnfired) {
        PlannedFault plan = at(fault, target).when(trigger);
        return new Plan.OfFault(name.isBlank() ? plan : plan.named(name), declaration.origin(), allowUnfired);
    }

    private static PlannedFault at(Fault fault, Target target) {
        try {
            return PlannedFault.of(fault, target);
        } catch (IllegalArgumentException meaningless) {
            throw BadValue.combination("", String.valueOf(meaningless.getMessage()));
        }
    }
}
