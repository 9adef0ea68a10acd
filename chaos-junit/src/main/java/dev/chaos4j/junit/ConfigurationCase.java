package dev.chaos4j.junit;

import dev.chaos4j.configuration.ConfigurationControl;
import dev.chaos4j.configuration.ConfigurationTrial;
import dev.chaos4j.configuration.ConfigurationTrial.Start;
import dev.chaos4j.configuration.ConfigurationTrial.Work;
import dev.chaos4j.configuration.SettingMistake;
import dev.chaos4j.configuration.SettingResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link ConfigurationMistakesTest}: with the right settings or with one mistake. For the thread of the
 * test.
 */
public final class ConfigurationCase {

    private final Map<String, String> settings;
    private final @Nullable SettingMistake mistake;
    private final Consumer<SettingResult> results;
    private @Nullable Duration limit;
    private boolean judged;

    private ConfigurationCase(
            Map<String, String> settings, @Nullable SettingMistake mistake, Consumer<SettingResult> results) {
        this.settings = settings;
        this.mistake = mistake;
        this.results = results;
    }

    static ConfigurationCase right(Map<String, String> settings) {
        return new ConfigurationCase(settings, null, result -> {});
    }

    static ConfigurationCase wrong(SettingMistake mistake, Consumer<SettingResult> results) {
        return new ConfigurationCase(mistake.settings(), mistake, results);
    }

    /** The mistake; empty in the run with the right settings. */
    public Optional<SettingMistake> mistake() {
        return Optional.ofNullable(mistake);
    }

    /**
     * Sets how long starting and working may take each, before the program counts as hanging: 30 s unless set.
     *
     * @return this
     */
    public ConfigurationCase within(Duration atMost) {
        limit = atMost;
        return this;
    }

    /**
     * As {@link #judge(Start, Work, Work)}, for a program that has no less to do than everything.
     *
     * @throws Exception see there
     */
    public <T> void judge(Start<T> start, Work<T> works) throws Exception {
        judge(start, works, works);
    }

    /**
     * Starts the program, lets it work and judges what became of it, as {@link ConfigurationTrial} does. With the right
     * settings, it must simply work.
     *
     * @param start starts it with the settings given; what it throws is its refusal
     * @param works asks for everything that it does with the right settings; throws if something is wrong
     * @param stillWorks asks for the least that it must do; throws if something is wrong
     * @throws MistakeNotCaughtError if the outcome is not among those that are allowed
     * @throws Exception what the program throws with the right settings
     */
    public <T> void judge(Start<T> start, Work<T> works, Work<T> stillWorks) throws Exception {
        judged = true;
        boolean less = works != stillWorks;
        if (mistake == null) {
            ConfigurationControl control = ConfigurationControl.of(settings);
            ConfigurationControl limited = limit == null ? control : control.within(limit);
            if (less) {
                limited.check(start, works, stillWorks);
            } else {
                limited.check(start, works);
            }
            return;
        }
        ConfigurationTrial trial = ConfigurationTrial.of(mistake);
        ConfigurationTrial limited = limit == null ? trial : trial.within(limit);
        results.accept(less ? limited.judge(start, works, stillWorks) : limited.judge(start, works));
    }

    boolean judged() {
        return judged;
    }

    String title() {
        return mistake == null ? "the right settings" : mistake.describe();
    }
}
