package shop;

import java.util.concurrent.CompletableFuture;

/** Stands for the real thing. */
public class RemoteClient implements Client {

    private int calls;

    @Override
    public String get(String key) {
        calls++;
        return "remote " + key;
    }

    @Override
    public CompletableFuture<String> getLater(String key) {
        calls++;
        return CompletableFuture.completedFuture("remote " + key);
    }

    public int calls() {
        return calls;
    }
}
