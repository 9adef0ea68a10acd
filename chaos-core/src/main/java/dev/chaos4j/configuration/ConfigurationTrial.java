package dev.chaos4j.configuration;

import dev.chaos4j.configuration.Bounded.Ended;
import dev.chaos4j.configuration.Bounded.Hanging;
import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries one mistake: starts a program with it, lets it work, and says what became of it.
 *
 * <pre>{@code
 * for (SettingMistake mistake : ConfigurationMistakes.of(settings)) {
 *     results.add(ConfigurationTrial.of(mistake).judge(Shop::new, shop -> assertThat(shop.price("tea")).isEqualTo(3)));
 * }
 * }</pre>
 *
 * The program is started and works on a thread of its own, which has the caller's context, because a wrong setting may
 * let it wait for ever. It is closed afterwards if it is {@link AutoCloseable}. Immutable.
 */
public final class ConfigurationTrial {

    static final Duration LIMIT = Duration.ofSeconds(30);

    private final SettingMistake mistake;
    private final Bounded bounded;

    private ConfigurationTrial(SettingMistake mistake, Duration limit) {
        this.mistake = mistake;
        this.bounded = new Bounded(limit);
    }

    /** A trial of one mistake. */
    public static ConfigurationTrial of(SettingMistake mistake) {
        return new ConfigurationTrial(mistake, LIMIT);
    }

    /**
     * This trial with another limit for each of starting and working, after which the program counts as hanging: 30 s
     * unless set.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public ConfigurationTrial within(Duration atMost) {
        return new ConfigurationTrial(mistake, Durations.positive("The limit of a trial", atMost));
    }

    /** As {@link #judge(Start, Work, Work)}, for a program that has no less to do than everything. */
    public <T> SettingResult judge(Start<T> start, Work<T> works) throws InterruptedException {
        return tried(start, works, null);
    }

    /**
     * Starts the program with the mistake and judges what becomes of it.
     *
     * @param start starts it with the settings given; what it throws is its refusal
     * @param works asks for everything that it does with the right settings; throws if something is wrong
     * @param stillWorks asks for the least that it must do; throws if something is wrong
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public <T> SettingResult judge(Start<T> start, Work<T> works, Work<T> stillWorks) throws InterruptedException {
        return tried(start, works, stillWorks);
    }

    private <T> SettingResult tried(Start<T> start, Work<T> works, @Nullable Work<T> stillWorks)
            throws InterruptedException {
        ReadSettings settings = new ReadSettings(mistake.settings());
        Ended<T> started = bounded.run(() -> start.with(settings));
        if (started.error() != null) {
            return refused(started.error());
        }
        T program = started.value();
        try {
            Throwable wrong = failure(works, program);
            if (mistake.keys().stream().noneMatch(settings::wasRead)) {
                return result(SettingOutcome.NOT_READ, "nothing asked for " + mistake.subject(), wrong);
            }
            return wrong == null
                    ? result(SettingOutcome.SURVIVED, "it works as with the right settings", null)
                    : atWork(wrong, stillWorks, program);
        } finally {
            Programs.close(bounded, program);
        }
    }

    private SettingResult refused(Throwable error) {
        if (error instanceof Hanging) {
            return result(
                    SettingOutcome.SILENTLY_WRONG, "it did not start within " + Durations.text(bounded.limit()), error);
        }
        return Blame.names(error, mistake)
                ? result(SettingOutcome.REFUSED, line(error), error)
                : result(SettingOutcome.REFUSED_UNCLEARLY, line(error), error);
    }

    private <T> SettingResult atWork(Throwable wrong, @Nullable Work<T> stillWorks, @Nullable T program)
            throws InterruptedException {
        if (wrong instanceof Hanging) {
            return result(
                    SettingOutcome.SILENTLY_WRONG,
                    "its work was not done within " + Durations.text(bounded.limit()),
                    wrong);
        }
        boolean lessIsDone = stillWorks != null && failure(stillWorks, program) == null;
        return result(lessIsDone ? SettingOutcome.DEGRADED : SettingOutcome.SILENTLY_WRONG, line(wrong), wrong);
    }

    private String line(Throwable error) {
        return Blame.line(error, mistake.settings());
    }

    private SettingResult result(SettingOutcome outcome, String reason, @Nullable Throwable error) {
        return new SettingResult(mistake, outcome, reason, error);
    }

    private <T> @Nullable Throwable failure(Work<T> work, @Nullable T program) throws InterruptedException {
        return Programs.failure(bounded, work, program);
    }

    /** Starts a program. */
    @FunctionalInterface
    public interface Start<T> {

        /**
         * Starts it.
         *
         * @param settings the configuration, read-only; it notes what is asked for
         * @throws Exception if the program refuses to start
         */
        T with(Map<String, String> settings) throws Exception;
    }

    /** Something that a program does. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Asks for it.
         *
         * @throws Exception if it is not done, or wrong; assertion errors are fine, too
         */
        void on(T program) throws Exception;
    }
}
