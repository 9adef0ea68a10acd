package dev.chaos4j.examples.settings;

import java.io.IOException;
import java.util.Map;

/** Tells customers prices, with settings that can change while it runs. */
public interface PriceService {

    /** Looks whether other settings were rolled out. */
    void reload() throws IOException;

    /** The price of an item. */
    String price(String item) throws IOException;

    /** Hears of the settings of a service. */
    interface Listener {

        /** The service works with these from now on. */
        void inForce(Map<String, String> settings);

        /** The service has noticed that this setting, as it was rolled out, is wrong. */
        void wrong(String setting);
    }
}
