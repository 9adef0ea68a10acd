package dev.chaos4j.agent.client.spring;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.settings.SettingInterceptor;
import dev.chaos4j.target.SettingSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/** One source is asked for a property: numbers and switches, which files in YAML have, become text. */
public final class PropertySourceInterceptor extends SettingInterceptor {

    /** For the weaver. */
    public PropertySourceInterceptor() {}

    @Override
    protected @Nullable String name(ClientCall call) {
        return call.argument(0) instanceof String name ? name : null;
    }

    @Override
    protected SettingSource source(ClientCall call) {
        return SettingSource.SPRING;
    }

    @Override
    protected @Nullable String other(ClientCall call, String name) {
        Object found = call.self() instanceof PropertySource<?> source ? source.getProperty(name) : null;
        return found == null ? null : text(found);
    }
}
