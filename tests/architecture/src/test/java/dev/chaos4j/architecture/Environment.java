package dev.chaos4j.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything in the JDK that reads a clock, sleeps or rolls dice. */
final class Environment {

    private static final String CONSTRUCTOR = "<init>";

    private static final Map<String, Pattern> CALLS = Map.ofEntries(
            entry("java.lang.System", "currentTimeMillis|nanoTime"),
            entry("java.lang.Thread", "sleep"),
            entry("java.lang.Object", "wait"),
            entry("java.lang.Math", "random"),
            entry("java.lang.StrictMath", "random"),
            entry("java.util.concurrent.locks.LockSupport", "parkNanos|parkUntil"),
            entry("java.util.concurrent.TimeUnit", "sleep|timedJoin|timedWait"),
            entry("java.util.concurrent.ThreadLocalRandom", "current"),
            entry("java.util.Random", CONSTRUCTOR),
            entry("java.util.SplittableRandom", CONSTRUCTOR),
            entry("java.security.SecureRandom", CONSTRUCTOR + "|getInstance|getInstanceStrong"),
            entry("java.util.random.RandomGenerator", "of|getDefault"),
            entry("java.util.UUID", "randomUUID"),
            entry("java.util.Collections", "shuffle"),
            entry("java.util.Date", CONSTRUCTOR),
            entry("java.time.Clock", "system.*|tick.*"),
            entry("java.time.Instant", "now"),
            entry("java.time.LocalDate", "now"),
            entry("java.time.LocalTime", "now"),
            entry("java.time.LocalDateTime", "now"),
            entry("java.time.OffsetDateTime", "now"),
            entry("java.time.ZonedDateTime", "now"));

    private Environment() {}

    static DescribedPredicate<JavaAccess<?>> access() {
        return DescribedPredicate.describe("reads a clock, sleeps or rolls dice", access -> CALLS.getOrDefault(
                        access.getTargetOwner().getName(), Pattern.compile("(?!)"))
                .matcher(access.getName())
                .matches());
    }

    private static Map.Entry<String, Pattern> entry(String type, String methods) {
        return Map.entry(type, Pattern.compile(methods));
    }
}
