package dev.chaos4j.examples.storefront;

import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings for tests: right ones, to be made wrong one by one. */
public final class ShopSettings {
    private final Map<String, String> texts = new LinkedHashMap<>();

    private ShopSettings() {}

    /** The settings with which a shop finds {@code cloud}. */
    public static ShopSettings of(Cloud cloud, Path queueDirectory) {
        ShopSettings settings = new ShopSettings();
        settings.texts.putAll(cloud.settings());
        return settings.with("queue.directory", queueDirectory.toString()).with("breaker.pause", "0.5s");
    }

    /** Changes one of them. */
    public ShopSettings with(String key, String value) {
        texts.put(key, value);
        return this;
    }

    /** As the shop takes them. */
    public Settings read() {
        return Settings.from(texts);
    }
}
