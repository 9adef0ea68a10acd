package dev.chaos4j.agent.client.typesafe;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.settings.SettingInterceptor;
import dev.chaos4j.target.SettingSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value is taken out of the object that holds it, or a path is asked for in vain. */
public final class ConfigInterceptor extends SettingInterceptor {

    private static final String PATH = "Path(";

    /** For the weaver. */
    public ConfigInterceptor() {}

    /** The path of a getter is of a type of the library's own, which prints itself as {@code Path(a.b)}. */
    @Override
    protected @Nullable String name(ClientCall call) {
        if (call.self() instanceof Config) {
            return call.argument(0) instanceof String path ? path : null;
        }
        String path = String.valueOf(call.argument(1));
        return path.startsWith(PATH) ? path.substring(PATH.length(), path.length() - 1) : null;
    }

    @Override
    protected SettingSource source(ClientCall call) {
        return SettingSource.TYPESAFE;
    }

    @Override
    protected @Nullable String text(Object returned) {
        return returned instanceof ConfigValue value && isPlain(value.valueType())
                ? String.valueOf(value.unwrapped())
                : null;
    }

    private static boolean isPlain(ConfigValueType type) {
        return type == ConfigValueType.STRING || type == ConfigValueType.NUMBER || type == ConfigValueType.BOOLEAN;
    }

    @Override
    protected @Nullable Object instead(Object returned, @Nullable String text) {
        return text == null ? null : ConfigValueFactory.fromAnyRef(text, "Chaos4j");
    }

    /** Where a value is taken out, only what stands beside it is at hand. */
    @Override
    protected @Nullable String other(ClientCall call, String name) {
        if (call.self() instanceof Config config) {
            return config.hasPath(name) ? text(config.getValue(name)) : null;
        }
        List<String> path = ConfigUtil.splitPath(name);
        List<String> here = ConfigUtil.splitPath(String.valueOf(name(call)));
        boolean beside = path.subList(0, path.size() - 1).equals(here.subList(0, here.size() - 1));
        Object found =
                beside && call.self() instanceof ConfigObject holder ? holder.get(path.get(path.size() - 1)) : null;
        return found == null ? null : text(found);
    }
}
