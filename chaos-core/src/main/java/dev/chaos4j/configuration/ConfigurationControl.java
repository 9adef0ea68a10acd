package dev.chaos4j.configuration;

import dev.chaos4j.configuration.Bounded.Ended;
import dev.chaos4j.configuration.Bounded.Hanging;
import dev.chaos4j.configuration.ConfigurationTrial.Start;
import dev.chaos4j.configuration.ConfigurationTrial.Work;
import dev.chaos4j.fault.Durations;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a program works with the right settings: without that, what it makes of mistakes says nothing. It is run in
 * the same way as a {@link ConfigurationTrial}. Immutable.
 */
public final class ConfigurationControl {

    private final Map<String, String> settings;
    private final Bounded bounded;

    private ConfigurationControl(Map<String, String> settings, Bounded bounded) {
        this.settings = settings;
        this.bounded = bounded;
    }

    /** A control with these settings. */
    public static ConfigurationControl of(Map<String, String> settings) {
        return new ConfigurationControl(settings, new Bounded(ConfigurationTrial.LIMIT));
    }

    /**
     * This control with another limit for each of starting and working: 30 s unless set.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public ConfigurationControl within(Duration atMost) {
        return new ConfigurationControl(settings, new Bounded(Durations.positive("The limit of a control", atMost)));
    }

    /**
     * Starts the program and asks for its work, one after the other.
     *
     * @param work each throws if something is wrong
     * @throws IllegalStateException if starting or working takes longer than the limit
     * @throws Exception what the program or its work throws
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> void check(Start<T> start, Work<T>... work) throws Exception {
        Ended<T> started = bounded.run(() -> start.with(new ReadSettings(settings)));
        requireDone(started.error());
        try {
            for (Work<T> each : work) {
                requireDone(Programs.failure(bounded, each, started.value()));
            }
        } finally {
            Programs.close(bounded, started.value());
        }
    }

    private void requireDone(@Nullable Throwable error) throws Exception {
        if (error instanceof Hanging) {
            throw new IllegalStateException("With the right settings, it was not done within "
                    + Durations.text(bounded.limit()) + "; give it more time: within(...)");
        }
        if (error instanceof Error serious) {
            throw serious;
        }
        if (error instanceof Exception failure) {
            throw failure;
        }
    }
}
