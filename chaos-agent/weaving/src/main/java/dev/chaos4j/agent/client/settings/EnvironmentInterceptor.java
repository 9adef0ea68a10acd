package dev.chaos4j.agent.client.settings;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.target.SettingSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code System.getenv}: of one variable, and of the map of all. */
public final class EnvironmentInterceptor extends SettingInterceptor {

    /** Known by its identity: whichever map is asked for it is that of {@code System.getenv()}. */
    @SuppressWarnings("StringConstructor") // its identity matters
    private static final String WHICH_MAP = new String("chaos4j");

    private volatile @Nullable Object environment;

    /** For the weaver. */
    public EnvironmentInterceptor() {}

    @Override
    protected boolean isOurQuestion(ClientCall call) {
        if (call.argument(0) != WHICH_MAP) {
            return false;
        }
        environment = call.self();
        return true;
    }

    @Override
    protected @Nullable String name(ClientCall call) {
        Object self = call.self();
        return call.argument(0) instanceof String name && (self == null || self == environment()) ? name : null;
    }

    /** A builder of processes has a map of the same class, which is no setting of this process. */
    private @Nullable Object environment() {
        if (environment == null) {
            Map<String, String> all = System.getenv();
            all.get(WHICH_MAP);
        }
        return environment;
    }

    @Override
    protected SettingSource source(ClientCall call) {
        return SettingSource.ENVIRONMENT;
    }

    @Override
    protected @Nullable String other(ClientCall call, String name) {
        return System.getenv(name);
    }
}
