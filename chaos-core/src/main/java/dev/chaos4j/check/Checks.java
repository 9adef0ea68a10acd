package dev.chaos4j.check;

import dev.chaos4j.target.Words;
import java.util.List;
import java.util.Locale;

/**
 * All checks. A new one is one class and one line here.
 *
 * @since 0.1
 */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new AttemptCap(),
            new Amplification(),
            new PermanentErrors(),
            new TransientErrors(),
            new BoundedWait(),
            new BreakerOpens(),
            new BreakerStaysOpen(),
            new BreakerCloses(),
            new ConcurrencyCap(),
            new FallbackActivates(),
            new FallbackCorrect(),
            new FailoverTime(),
            new LostWrites(),
            new MistakeDetected(),
            new MistakeReverted(),
            new Vacuity());

    private Checks() {}

    /** All checks, in the order of their families. */
    public static List<Check> all() {
        return ALL;
    }

    /**
     * The check of this short name, case ignored, for example {@code RT1}.
     *
     * @throws IllegalArgumentException if there is none; the message lists all and the nearest
     */
    public static Check of(String id) {
        return ALL.stream()
                .filter(check -> check.id().equals(id.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(id)));
    }

    private static String unknown(String id) {
        List<String> ids = ALL.stream().map(Check::id).toList();
        return "There is no check '" + id + "'; there are " + String.join(", ", ids)
                + Words.nearest(id, ids)
                        .map(near -> ". Did you mean " + near + "?")
                        .orElse("");
    }

    /**
     * Evaluates all checks over the recording, in order. Not every client promises every property: one without a
     * fallback deviates in FB1, one that must not retry deviates in RT8. To judge a promise, choose its checks.
     */
    public static List<CheckResult> evaluateAll(Recording recording) {
        return ALL.stream().map(check -> check.evaluate(recording)).toList();
    }
}
