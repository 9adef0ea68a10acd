package shop;

import java.util.concurrent.CompletableFuture;

/** Not loaded before a test needs it. */
public final class LateClient implements Client {

    @Override
    public String get(String key) {
        return "late " + key;
    }

    @Override
    public CompletableFuture<String> getLater(String key) {
        return CompletableFuture.completedFuture("late " + key);
    }
}
