package dev.chaos4j.check.planted;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A store that works. */
final class MapStore implements Store.Primary, Store.Secondary {

    private final Map<String, String> values = new ConcurrentHashMap<>(Map.of("42", "an image"));

    @Override
    public String get(String key) {
        return values.getOrDefault(key, "nothing");
    }

    @Override
    public void put(String key, String value) {
        values.put(key, value);
    }

    Set<String> keys() {
        return new TreeSet<>(values.keySet());
    }
}
