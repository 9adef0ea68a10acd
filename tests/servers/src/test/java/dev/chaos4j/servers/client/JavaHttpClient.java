package dev.chaos4j.servers.client;

import dev.chaos4j.servers.server.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The JDK's own HTTP client over HTTP/2. */
public final class JavaHttpClient implements Client {

    private final HttpClient http;
    private final HttpRequest request;

    /** Builds the client. */
    public JavaHttpClient(Endpoint server, Duration patience) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(patience)
                .sslContext(server.authority().clientContext())
                .build();
        this.request = HttpRequest.newBuilder(
                        URI.create((server.isTls() ? "https://" : "http://") + server.hostAndPort() + "/answer"))
                // the whole request, connecting included
                .timeout(patience.multipliedBy(2))
                .build();
    }

    @Override
    public String ask() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            return "status " + response.statusCode();
        }
        if (response.version() != HttpClient.Version.HTTP_2) {
            throw new IllegalStateException("This is " + response.version());
        }
        return response.body();
    }

    @Override
    public void close() {
        // from JDK 21 on it can be closed; older ones end with the last reference to it
        if (http instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
