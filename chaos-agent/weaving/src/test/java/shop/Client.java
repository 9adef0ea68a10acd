package shop;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A client as applications write them. */
public interface Client {

    String get(String key) throws IOException;

    CompletableFuture<String> getLater(String key);

    default String describe() {
        return "client";
    }
}
