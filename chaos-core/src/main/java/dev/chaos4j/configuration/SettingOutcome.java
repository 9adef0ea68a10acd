package dev.chaos4j.configuration;

import java.util.Locale;

/** What became of a program that was started with a mistake in its configuration, the best first. */
public enum SettingOutcome {
    /** It did not start, and said which setting is wrong. */
    REFUSED("Nothing is to be done."),
    /** It started, and works as with the right settings. */
    SURVIVED("If it must be refused, check the setting when the program starts."),
    /** It started, and does less than with the right settings, but no less than it must. */
    DEGRADED("See that somebody hears of it: a log line or a health check that names the setting."),
    /** It did not start, but its error names neither the setting nor the value. */
    REFUSED_UNCLEARLY("Say in the error which setting is wrong, what its value is and what is allowed."),
    /** It started, and nothing was heard of the mistake until its work went wrong: the row that starts outages. */
    SILENTLY_WRONG("Check the setting when the program starts, and refuse to start with an error that names it."),
    /** It never asked for the setting, so that nothing is known: no evidence for anything. */
    NOT_READ("Leave the setting out of the test, or let the program do what it is for.");

    private final String suggestion;

    SettingOutcome(String suggestion) {
        this.suggestion = suggestion;
    }

    /** What to do about it, in one sentence. */
    public String suggestion() {
        return suggestion;
    }

    /** The words for people, for example {@code silently wrong}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
