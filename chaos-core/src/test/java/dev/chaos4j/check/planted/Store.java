package dev.chaos4j.check.planted;

import java.io.IOException;

/** What the clients of the corpus depend on. */
public interface Store {

    String get(String key) throws IOException;

    void put(String key, String value) throws IOException;

    /** The store in the first Region. */
    interface Primary extends Store {}

    /** The store in the second Region. */
    interface Secondary extends Store {}
}
