package dev.chaos4j.examples.storefront.settings;

/** An access key and its secret; the secret never shows in text. */
public record Credentials(String id, String secret) {
    @Override
    public String toString() {
        return id + ":***";
    }
}
