package dev.chaos4j.examples.settings;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes whatever is rolled out. */
public final class Unguarded implements PriceService {

    private final SettingsFile file;
    private final Listener listener;
    private final PriceClient client = new PriceClient();
    private volatile @Nullable PriceSettings settings;

    /** A service with the settings of this file, which it reads when it is told to. */
    public Unguarded(SettingsFile file, Listener listener) {
        this.file = file;
        this.listener = listener;
    }

    @Override
    public void reload() throws IOException {
        Map<String, String> rolledOut = file.read();
        settings = PriceSettings.of(rolledOut);
        listener.inForce(rolledOut);
    }

    @Override
    public String price(String item) throws IOException {
        PriceSettings now = settings;
        if (now == null) {
            throw new IllegalStateException("There are no settings yet; reload first");
        }
        return client.price(now, item);
    }
}
