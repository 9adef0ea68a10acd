package dev.chaos4j.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a program reads a setting. */
public enum SettingSource {
    /** {@code System.getProperty}, {@code Integer.getInteger} and their kin, and {@code System.getProperties()}. */
    SYSTEM_PROPERTY("java.util.Properties"),
    /** {@code System.getenv}. */
    ENVIRONMENT("java.lang.System#getenv"),
    /** {@link java.util.Properties} other than those of the system. */
    PROPERTIES("java.util.Properties"),
    /** The property sources of Spring: its {@code Environment}, {@code @Value}, configuration properties. */
    SPRING("org.springframework.core.env.PropertySource"),
    /** Typesafe Config (Lightbend Config). */
    TYPESAFE("com.typesafe.config.Config"),
    /** MicroProfile Config as SmallRye implements it. */
    MICROPROFILE("io.smallrye.config.SmallRyeConfig");

    private final String place;

    SettingSource(String place) {
        this.place = place;
    }

    /** The word that scenario files use, for example {@code system-property}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The source of this word.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static SettingSource of(String word) {
        for (SettingSource each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        List<String> words = Arrays.stream(values()).map(SettingSource::word).toList();
        throw new IllegalArgumentException("'" + word + "' is no source of settings; use one of "
                + String.join(", ", words)
                + Words.nearest(word, words)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }

    /** Whether settings from here pass at this point. */
    boolean passes(InjectionPoint point) {
        return point.key().startsWith(place);
    }
}
