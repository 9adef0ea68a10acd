package shop;

import java.util.concurrent.CompletableFuture;

/** Has the code of a client without being one. */
public abstract class AbstractClient {

    public String get(String key) {
        return "inherited " + key;
    }

    public CompletableFuture<String> getLater(String key) {
        return CompletableFuture.completedFuture(get(key));
    }
}
