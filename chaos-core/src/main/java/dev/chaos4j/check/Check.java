package dev.chaos4j.check;

/**
 * A rule over what was recorded that decides one property of resilience. Implementations are immutable and hold no
 * state: the same recording gives the same result.
 *
 * <p>Callers use {@link #evaluate}; implementations write {@link #decide}, which may rely on at least one injection.
 *
 * @since 0.1
 */
public interface Check {

    /** A short name that never changes, for example {@code RT1}. */
    String id();

    /** What is good, in a few words, for example {@code attempts are capped}. */
    String name();

    /** What to do if it deviates, in one or two sentences. */
    String remedy();

    /**
     * Decides. Called by {@link #evaluate} only, and only where a fault was injected into what the recording selects.
     * Says {@link Verdict#VACUOUS} by itself if the pattern had no occasion to work.
     */
    CheckResult decide(Recording recording);

    /**
     * Decides honestly: {@link Verdict#VACUOUS} if nothing was injected into what the recording selects, and never
     * {@link Verdict#HELD} if the full journal has dropped entries that might decide otherwise (rule MT1).
     */
    default CheckResult evaluate(Recording recording) {
        return Honesty.evaluate(this, recording);
    }
}
