package dev.chaos4j.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check found. Immutable.
 *
 * @param id the check's short name, for example {@code RT1}
 * @param name the check's name
 * @param verdict what it says
 * @param reason why, in one sentence
 * @param numbers what was measured, with the thresholds and their sources
 * @param evidence the calls, attempts and events that decide
 * @param seen the pattern instances that were observed, for example {@code resilience4j circuit-breaker 's3'}
 * @param suggestion what to do; empty if it held
 * @since 0.1
 */
public record CheckResult(
        String id,
        String name,
        Verdict verdict,
        String reason,
        List<Measurement> numbers,
        List<Evidence> evidence,
        List<String> seen,
        String suggestion) {

    /** Copies the lists. */
    public CheckResult {
        numbers = List.copyOf(numbers);
        evidence = List.copyOf(evidence);
        seen = List.copyOf(seen);
    }

    /** The property was tested and held. */
    public static CheckResult held(Check check, String reason) {
        return of(check, Verdict.HELD, reason, "");
    }

    /** The property was tested and did not hold; the suggestion is the check's remedy. */
    public static CheckResult deviated(Check check, String reason) {
        return of(check, Verdict.DEVIATED, reason, check.remedy());
    }

    /** The property was not tested, and what to do so that it will be. */
    public static CheckResult vacuous(Check check, String reason, String suggestion) {
        return of(check, Verdict.VACUOUS, reason, suggestion);
    }

    /** The data do not suffice, and what to do so that they will. */
    public static CheckResult inconclusive(Check check, String reason, String suggestion) {
        return of(check, Verdict.INCONCLUSIVE, reason, suggestion);
    }

    private static CheckResult of(Check check, Verdict verdict, String reason, String suggestion) {
        return new CheckResult(check.id(), check.name(), verdict, reason, List.of(), List.of(), List.of(), suggestion);
    }

    /** This result with one more number. */
    public CheckResult measuring(Measurement number) {
        List<Measurement> more = new ArrayList<>(numbers);
        more.add(number);
        return new CheckResult(id, name, verdict, reason, more, evidence, seen, suggestion);
    }

    /** This result with this evidence instead of what it had. */
    public CheckResult showing(List<Evidence> deciding) {
        return new CheckResult(id, name, verdict, reason, numbers, deciding, seen, suggestion);
    }

    /** This result with these instances instead of what it had. */
    public CheckResult seeing(List<String> instances) {
        return new CheckResult(id, name, verdict, reason, numbers, evidence, instances, suggestion);
    }

    /** Whether the verdict is {@link Verdict#HELD}. */
    public boolean held() {
        return verdict == Verdict.HELD;
    }
}
