package dev.chaos4j.configuration;

import dev.chaos4j.fault.Setting;
import dev.chaos4j.fault.SettingSlip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every mistake that can be made with a configuration, one at a time: the settings as they are, but for one that is
 * missing, empty, mistyped, of another unit and so on, as {@link SettingSlip} lists them. What a value is (a Region, an
 * address, a time, the size of a pool) is told from the value and from the name of its setting.
 *
 * <p>The mistake that started the outage this project remembers was one of these, and nobody had ever tried it.
 */
public final class ConfigurationMistakes {

    private final Map<String, String> right;
    private final Set<SettingMistake> found = new LinkedHashSet<>();

    private ConfigurationMistakes(Map<String, String> right) {
        this.right = new LinkedHashMap<>(right);
    }

    /**
     * All mistakes, in the order of the settings; two that come to the same configuration count once.
     *
     * @param settings the right configuration, in the order in which the mistakes are wanted
     * @throws IllegalArgumentException if there is none
     */
    public static List<SettingMistake> of(Map<String, String> settings) {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("A configuration without settings leaves no room for mistakes; give the"
                    + " settings that the program is started with");
        }
        return new ConfigurationMistakes(settings).all();
    }

    private List<SettingMistake> all() {
        List<Setting> settings = right.entrySet().stream()
                .map(entry -> new Setting(entry.getKey(), entry.getValue()))
                .toList();
        settings.forEach(this::single);
        for (int i = 0; i < settings.size(); i++) {
            for (Setting other : settings.subList(i + 1, settings.size())) {
                swapped(settings.get(i), other);
            }
        }
        return distinct();
    }

    private void single(Setting setting) {
        found.add(SettingMistake.missing(right, setting));
        for (SettingSlip slip : SettingSlip.values()) {
            setting.wrong(slip).ifPresent(wrong -> found.add(SettingMistake.wrong(right, setting, slip, wrong)));
        }
    }

    private void swapped(Setting one, Setting other) {
        if (one.isLike(other) && !one.value().equals(other.value())) {
            found.add(SettingMistake.swapped(right, one, other));
        }
    }

    private List<SettingMistake> distinct() {
        Set<Map<String, String>> seen = new LinkedHashSet<>();
        List<SettingMistake> distinct = new ArrayList<>(found);
        distinct.removeIf(mistake -> !seen.add(mistake.settings()));
        return List.copyOf(distinct);
    }
}
