package dev.chaos4j.internal.yaml;

import java.util.HashMap;
import java.util.Map;

/** The keys of one mapping that have been met, so that none is given twice. */
final class KeyBook {

    private final Map<String, Part> met = new HashMap<>();

    boolean isNew(Part key) {
        Part earlier = met.putIfAbsent(key.text(), key);
        if (earlier != null) {
            key.fail(
                    "The key " + Part.quoted(key.text()) + " is given twice, first on line "
                            + earlier.position().line(),
                    Part.quoted(key.text()),
                    "each key once",
                    null);
        }
        return earlier == null;
    }
}
