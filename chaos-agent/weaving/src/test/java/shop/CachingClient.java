package shop;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A decorator. */
public final class CachingClient implements Client {

    private final Client delegate;

    public CachingClient(Client delegate) {
        this.delegate = delegate;
    }

    @Override
    public String get(String key) throws IOException {
        return "cached " + delegate.get(key);
    }

    @Override
    public CompletableFuture<String> getLater(String key) {
        return delegate.getLater(key);
    }
}
