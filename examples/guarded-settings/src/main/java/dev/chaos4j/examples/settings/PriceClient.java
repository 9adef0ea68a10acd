package dev.chaos4j.examples.settings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the servers. */
final class PriceClient {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();

    /** The price, asked for with these settings. */
    String price(PriceSettings settings, String item) throws IOException {
        return get(settings.prices(), "/price/" + item, settings.region(), settings.timeout());
    }

    /** What the server at this address calls itself. */
    String name(URI address, String region, Duration timeout) throws IOException {
        return get(address, "/name", region, timeout);
    }

    private String get(URI address, String path, String region, Duration timeout) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .header("X-Region", region)
                    .timeout(timeout)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("status " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (IllegalArgumentException unusable) {
            throw new IOException("cannot ask: " + unusable.getMessage(), unusable);
        }
    }
}
