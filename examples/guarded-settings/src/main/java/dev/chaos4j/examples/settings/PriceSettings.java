package dev.chaos4j.examples.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where prices come from, and how long they may take.
 *
 * @param prices the price server
 * @param orders the order server, which takes orders and knows no prices
 * @param region the Region in whose name prices are asked for
 * @param timeout the longest time of one question
 */
record PriceSettings(URI prices, URI orders, String region, Duration timeout) {

    static final String PRICES = "prices.endpoint";
    static final String ORDERS = "orders.endpoint";
    static final String REGION = "prices.region";
    static final String TIMEOUT = "prices.timeout.millis";

    /** All names. */
    static final List<String> NAMES = List.of(PRICES, ORDERS, REGION, TIMEOUT);

    /**
     * The settings of this text.
     *
     * @throws BadSettingException if one is missing or cannot be read
     */
    static PriceSettings of(Map<String, String> texts) {
        return new PriceSettings(
                address(texts, PRICES), address(texts, ORDERS), text(texts, REGION), Duration.ofMillis(number(texts)));
    }

    private static URI address(Map<String, String> texts, String name) {
        try {
            return URI.create(text(texts, name));
        } catch (IllegalArgumentException unreadable) {
            throw new BadSettingException(name, "it is no URL");
        }
    }

    private static long number(Map<String, String> texts) {
        try {
            return Long.parseLong(text(texts, TIMEOUT));
        } catch (NumberFormatException unreadable) {
            throw new BadSettingException(TIMEOUT, "it is no whole number of milliseconds");
        }
    }

    private static String text(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new BadSettingException(name, "it is missing");
        }
        return text;
    }
}
