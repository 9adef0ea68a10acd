package dev.chaos4j.agent.client.settings;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.target.SettingSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** {@link Properties}, those of the system and others. */
public final class PropertyInterceptor extends SettingInterceptor {

    /** For the weaver. */
    public PropertyInterceptor() {}

    @Override
    protected @Nullable String name(ClientCall call) {
        return call.argument(0) instanceof String name ? name : null;
    }

    @Override
    protected SettingSource source(ClientCall call) {
        return call.self() == System.getProperties() ? SettingSource.SYSTEM_PROPERTY : SettingSource.PROPERTIES;
    }

    @Override
    protected @Nullable String text(Object returned) {
        return returned instanceof String text ? text : null;
    }

    @Override
    protected @Nullable String other(ClientCall call, String name) {
        return call.self() instanceof Properties properties ? properties.getProperty(name) : null;
    }
}
