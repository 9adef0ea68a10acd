package dev.chaos4j.resilience4j;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Collects settings as texts. */
final class Settings {

    private final Map<String, String> all = new TreeMap<>();

    Settings put(String name, Object value) {
        all.put(name, String.valueOf(value));
        return this;
    }

    Settings millis(String name, Duration value) {
        return put(name + "Millis", value.toMillis());
    }

    /** Rounded up, so that nothing is promised too early. */
    Settings percent(String name, float value) {
        return put(name + "Percent", (int) Math.ceil(value));
    }

    Map<String, String> all() {
        return all;
    }

    /** These settings, with a word on whether they are what the library gives to those who say nothing. */
    Map<String, String> comparedTo(Settings defaults) {
        put("libraryDefaults", all.equals(defaults.all));
        return all;
    }
}
