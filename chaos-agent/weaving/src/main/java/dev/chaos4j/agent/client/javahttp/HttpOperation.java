package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP request as an operation. Attributes are read from the request when asked for. */
record HttpOperation(InjectionPoint point, HttpRequest request) implements Operation {

    private static final String HEADER = "header.";

    @Override
    public String name() {
        return request.method() + " " + request.uri().getHost();
    }

    @Override
    public @Nullable String attribute(String name) {
        URI uri = request.uri();
        return switch (name) {
            case "method" -> request.method();
            case "scheme" -> scheme(uri);
            case "host" -> uri.getHost();
            case "port" -> String.valueOf(port(uri));
            case "path" -> path(uri);
            default -> name.startsWith(HEADER) ? header(name.substring(HEADER.length())) : null;
        };
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return scheme(uri).equals("https") ? 443 : 80;
    }

    private static String path(URI uri) {
        String path = uri.getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private @Nullable String header(String name) {
        List<String> values = request.headers().allValues(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
