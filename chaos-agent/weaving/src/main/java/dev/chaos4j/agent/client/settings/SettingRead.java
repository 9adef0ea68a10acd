package dev.chaos4j.agent.client.settings;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.SettingSource;
import org.jspecify.annotations.Nullable;

/** A setting is read; its value is no attribute, and so on no record. */
record SettingRead(InjectionPoint point, String setting, SettingSource source) implements Operation {

    @Override
    public String name() {
        return "setting " + setting;
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "name" -> setting;
            case "source" -> source.word();
            default -> null;
        };
    }
}
