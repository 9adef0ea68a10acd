package dev.chaos4j.examples.settings;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates what is rolled out and tries it before it works with it. New settings are on probation until the first customer
 * was served: if serving fails before, it goes back to the last good ones and serves the customer with these.
 */
public final class Guarded implements PriceService {

    private final SettingsFile file;
    private final Listener listener;
    private final PriceClient client = new PriceClient();
    private final Trial trial = new Trial(client);
    private @Nullable Rollout current;
    private @Nullable Rollout lastGood;
    private @Nullable Map<String, String> refused;

    /** A service with the settings of this file, which it reads when it is told to. */
    public Guarded(SettingsFile file, Listener listener) {
        this.file = file;
        this.listener = listener;
    }

    @Override
    public synchronized void reload() throws IOException {
        Map<String, String> rolledOut = file.read();
        boolean known = (current != null && current.texts.equals(rolledOut)) || rolledOut.equals(refused);
        if (known) {
            return;
        }
        try {
            PriceSettings settings = trial.passed(rolledOut);
            current = new Rollout(rolledOut, settings);
            refused = null;
            listener.inForce(rolledOut);
        } catch (BadSettingException bad) {
            if (current == null) {
                throw bad;
            }
            refused = rolledOut;
            listener.wrong(bad.setting());
        }
    }

    @Override
    public synchronized String price(String item) throws IOException {
        Rollout now = current;
        if (now == null) {
            throw new IllegalStateException("There are no settings yet; reload first");
        }
        try {
            String price = client.price(now.settings, item);
            lastGood = now;
            return price;
        } catch (IOException failed) {
            Rollout good = lastGood;
            if (good == null || good.equals(now)) {
                throw failed;
            }
            return goBack(now, good, item);
        }
    }

    private String goBack(Rollout bad, Rollout good, String item) throws IOException {
        refused = bad.texts;
        current = good;
        bad.texts.forEach((name, text) -> {
            if (!text.equals(good.texts.get(name))) {
                listener.wrong(name);
            }
        });
        listener.inForce(good.texts);
        return client.price(good.settings, item);
    }

    private record Rollout(Map<String, String> texts, PriceSettings settings) {}
}
