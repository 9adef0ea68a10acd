package dev.chaos4j.junit;

import dev.chaos4j.Chaos;
import java.io.IOException;

/** A dependency that the tests disturb. */
interface Inventory {

    /** How many of this product there are. */
    int stock(String product) throws IOException;

    /** Takes some away. */
    void reserve(String product, int amount) throws IOException;

    /** One whose calls pass the gate. */
    static Inventory wrapped() {
        return Chaos.wrap(new Shelves(), Inventory.class);
    }

    /** The real one. */
    class Shelves implements Inventory {

        private int stock = 7;

        @Override
        public int stock(String product) {
            return stock;
        }

        @Override
        public void reserve(String product, int amount) {
            stock -= amount;
        }
    }
}
