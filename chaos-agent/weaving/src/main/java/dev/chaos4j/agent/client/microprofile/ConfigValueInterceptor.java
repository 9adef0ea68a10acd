package dev.chaos4j.agent.client.microprofile;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.settings.SettingInterceptor;
import dev.chaos4j.target.SettingSource;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import org.jspecify.annotations.Nullable;

/** The value of a property is looked up in all sources. */
public final class ConfigValueInterceptor extends SettingInterceptor {

    /** For the weaver. */
    public ConfigValueInterceptor() {}

    @Override
    protected @Nullable String name(ClientCall call) {
        return call.argument(0) instanceof String name ? name : null;
    }

    @Override
    protected SettingSource source(ClientCall call) {
        return SettingSource.MICROPROFILE;
    }

    @Override
    protected @Nullable String text(Object returned) {
        return returned instanceof ConfigValue value ? value.getValue() : null;
    }

    @Override
    @SuppressWarnings("NullAway") // the library takes no value at all for null
    protected Object instead(Object returned, @Nullable String text) {
        return ((ConfigValue) returned).withValue(text);
    }

    @Override
    protected @Nullable String other(ClientCall call, String name) {
        return call.self() instanceof SmallRyeConfig config
                ? config.getConfigValue(name).getValue()
                : null;
    }
}
