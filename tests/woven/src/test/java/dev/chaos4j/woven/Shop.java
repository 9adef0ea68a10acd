package dev.chaos4j.woven;

import java.io.IOException;

/** A client of two dependencies, written without a thought of chaos: final classes, made with {@code new}. */
final class Shop {

    private final Inventory inventory = new Inventory();

    int stock(String product) throws IOException {
        return inventory.stock(product);
    }

    /** The first dependency. */
    static final class Inventory {

        int stock(String product) throws IOException {
            return product.length() + locked();
        }

        private int locked() {
            return 0;
        }
    }

    /** The second one. */
    static class Prices {

        private Prices() {}

        static int price(String product) {
            return 100 * product.length();
        }

        static Prices create() {
            return new Prices();
        }

        int discount(String product) {
            return product.length();
        }

        int discount(String product, int amount) {
            return amount * product.length();
        }
    }
}
