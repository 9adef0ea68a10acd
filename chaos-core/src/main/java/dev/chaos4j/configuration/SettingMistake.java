package dev.chaos4j.configuration;

import dev.chaos4j.fault.Setting;
import dev.chaos4j.fault.SettingSlip;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration with one mistake in it. Immutable.
 *
 * @param slip what went wrong
 * @param keys the settings that are wrong: one, or two that were swapped
 * @param settings the whole configuration, with the mistake
 * @param text what is wrong, for people; secret values are not shown
 */
public record SettingMistake(SettingSlip slip, List<String> keys, Map<String, String> settings, String text) {

    static final String HIDDEN = "(hidden)";

    /** Copies the collections; the order of the settings stays. */
    public SettingMistake {
        keys = List.copyOf(keys);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static SettingMistake missing(Map<String, String> right, Setting setting) {
        Map<String, String> settings = new LinkedHashMap<>(right);
        settings.remove(setting.key());
        return new SettingMistake(SettingSlip.MISSING, List.of(setting.key()), settings, "left out");
    }

    static SettingMistake wrong(Map<String, String> right, Setting setting, SettingSlip slip, String value) {
        Map<String, String> settings = new LinkedHashMap<>(right);
        settings.put(setting.key(), value);
        String shown = setting.isSecret() ? HIDDEN : "'" + value + "'";
        return new SettingMistake(slip, List.of(setting.key()), settings, shown + " (" + slip.words() + ")");
    }

    static SettingMistake swapped(Map<String, String> right, Setting one, Setting other) {
        Map<String, String> settings = new LinkedHashMap<>(right);
        settings.put(one.key(), other.value());
        settings.put(other.key(), one.value());
        return new SettingMistake(SettingSlip.SWAPPED, List.of(one.key(), other.key()), settings, "swapped");
    }

    /** The settings that are wrong and how, for example {@code s3.region: 'us-west-2' (other region)}. */
    public String describe() {
        return subject() + ": " + text;
    }

    /** The settings that are wrong, as one text. */
    public String subject() {
        return String.join(" and ", keys);
    }

    /** The wrong values, in the order of the keys; none for a setting that was left out. */
    List<String> wrongValues() {
        return keys.stream()
                .filter(settings::containsKey)
                .map(key -> settings.getOrDefault(key, ""))
                .toList();
    }

    @Override
    public String toString() {
        return describe();
    }
}
