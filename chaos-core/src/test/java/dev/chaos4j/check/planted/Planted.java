package dev.chaos4j.check.planted;

import dev.chaos4j.check.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A defect, what the check must say of it, and the corrected twin that it must leave alone.
 *
 * @param check the check's short name
 * @param defect what is wrong
 * @param lab makes the laboratory that both play in
 * @param faulty plays the defect
 * @param twin plays the twin
 * @param expected what the check must say of the defect
 */
public record Planted(String check, String defect, Supplier<Lab> lab, Play faulty, Play twin, Verdict expected) {

    private static final Map<String, Played> RECORDS = new ConcurrentHashMap<>();

    /** All of them. */
    public static Stream<Planted> all() {
        return Stream.of(
                        RetryDefects.all(),
                        BreakerDefects.all(),
                        WaitDefects.all(),
                        FallbackDefects.all(),
                        WriteDefects.all(),
                        ConfigurationDefects.all())
                .flatMap(defects -> defects);
    }

    static Planted inVirtualTime(String check, String defect, Play faulty, Play twin) {
        return new Planted(check, defect, () -> Lab.inVirtualTime(), faulty, twin, Verdict.DEVIATED);
    }

    static Planted inRealTime(String check, String defect, Play faulty, Play twin) {
        return new Planted(check, defect, () -> Lab.inRealTime(), faulty, twin, Verdict.DEVIATED);
    }

    Planted expecting(Verdict verdict) {
        return new Planted(check, defect, lab, faulty, twin, verdict);
    }

    /** What was recorded of the defect when it was played first. */
    public Played faultyRecord() {
        return RECORDS.computeIfAbsent("defect of " + this, any -> unchecked(faulty));
    }

    /** What was recorded of the twin when it was played first. */
    public Played twinRecord() {
        return RECORDS.computeIfAbsent("twin of " + this, any -> unchecked(twin));
    }

    /** Plays the defect once more. */
    public Played playFaulty() throws Exception {
        return play(faulty);
    }

    /** Plays the twin once more. */
    public Played playTwin() throws Exception {
        return play(twin);
    }

    private Played unchecked(Play what) {
        try {
            return play(what);
        } catch (Exception failed) {
            throw new IllegalStateException("Cannot play " + this, failed);
        }
    }

    private Played play(Play what) throws Exception {
        try (Lab fresh = lab.get()) {
            return what.in(fresh);
        }
    }

    @Override
    public String toString() {
        return check + ": " + defect;
    }

    /** Something that happens in a laboratory. */
    @FunctionalInterface
    public interface Play {
        /** Plays it and gives what was recorded. */
        Played in(Lab lab) throws Exception;
    }
}
