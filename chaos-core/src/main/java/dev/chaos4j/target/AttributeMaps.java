package dev.chaos4j.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attribute patterns as the maps that scenario files write. */
final class AttributeMaps {

    private AttributeMaps() {}

    static Map<String, String> of(AttributePatterns patterns) {
        Map<String, String> map = new LinkedHashMap<>();
        patterns.entries()
                .forEach(entry -> map.put(entry.attribute(), entry.glob().toString()));
        return Collections.unmodifiableMap(map);
    }
}
