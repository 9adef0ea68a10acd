package dev.chaos4j.examples.settings;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Tries settings before anybody works with them: are they what they must be, and does the right server answer?
 *
 * @param client asks the servers
 */
record Trial(PriceClient client) {

    /** Its own, so that it finds a server that is there even if the time-out on trial is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * The settings, which have passed.
     *
     * @throws BadSettingException if one is wrong
     */
    PriceSettings passed(Map<String, String> texts) {
        PriceSettings settings = PriceSettings.of(texts);
        if (settings.timeout().isZero() || settings.timeout().isNegative()) {
            throw new BadSettingException(PriceSettings.TIMEOUT, "it must be longer than zero");
        }
        requireServer(PriceSettings.PRICES, settings.prices(), "prices in " + settings.region(), settings);
        requireServer(PriceSettings.ORDERS, settings.orders(), "orders", settings);
        return settings;
    }

    private void requireServer(String setting, URI address, String expected, PriceSettings settings) {
        try {
            String name = client.name(address, settings.region(), PATIENCE);
            if (!name.equals(expected)) {
                throw new BadSettingException(setting, "the server there is for " + name + ", not for " + expected);
            }
        } catch (IOException failed) {
            throw new BadSettingException(setting, String.valueOf(failed.getMessage()));
        }
    }
}
