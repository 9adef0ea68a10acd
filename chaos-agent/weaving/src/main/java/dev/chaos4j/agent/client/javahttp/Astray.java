package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.fault.Misconfiguration;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;

/** Requests to the wrong place. */
final class Astray {

    private Astray() {}

    /** The request as a client would send it whose configured host or port is wrong. */
    static HttpRequest request(HttpRequest request, Misconfiguration wrong) {
        URI right = request.uri();
        try {
            URI uri = new URI(
                    right.getScheme(),
                    right.getUserInfo(),
                    wrong.value().orElse(right.getHost()),
                    wrong.port().orElse(right.getPort()),
                    null,
                    null,
                    null);
            String rest = right.getRawPath() + (right.getRawQuery() == null ? "" : "?" + right.getRawQuery());
            return HttpRequest.newBuilder(request, (name, value) -> true)
                    .uri(URI.create(uri + rest))
                    .build();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("Cannot send " + right + " to " + wrong.describe(), impossible);
        }
    }
}
