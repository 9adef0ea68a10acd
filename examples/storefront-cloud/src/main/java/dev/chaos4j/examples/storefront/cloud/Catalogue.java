package dev.chaos4j.examples.storefront.cloud;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the shop sells: products {@code 1} to {@code 20}, each with a price and a picture made from its number. */
final class Catalogue {
    private static final int PRODUCTS = 20;

    private Catalogue() {}

    static List<String> products() {
        return IntStream.rangeClosed(1, PRODUCTS).mapToObj(Integer::toString).toList();
    }

    static boolean sells(String product) {
        return products().contains(product);
    }

    static long cents(String product) {
        return 499 + 250 * Long.parseLong(product);
    }

    static String svg(String product) {
        int hue = Integer.parseInt(product) * 360 / PRODUCTS;
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
                        + "<rect width='100' height='100' rx='12' fill='hsl(%d,70%%,60%%)'/>"
                        + "<text x='50' y='62' font-size='36' text-anchor='middle'>%s</text></svg>",
                hue,
                product);
    }
}
