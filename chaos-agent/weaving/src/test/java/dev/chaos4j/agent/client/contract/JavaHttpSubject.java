package dev.chaos4j.agent.client.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The JDK's HTTP client. */
final class JavaHttpSubject implements Subject {

    private final HttpClient client;
    private final URI endpoint;
    private final Duration answer;
    private final boolean asynchronous;

    JavaHttpSubject(URI endpoint, Times times, boolean asynchronous) {
        this.client = HttpClient.newBuilder().connectTimeout(times.connect()).build();
        this.answer = times.answer().multipliedBy(4); // that for a connection comes out of it, and it tries only once
        this.endpoint = endpoint;
        this.asynchronous = asynchronous;
    }

    @Override
    public Object read() throws Exception {
        return send(request().GET());
    }

    @Override
    public Object write() throws Exception {
        return send(request().PUT(BodyPublishers.ofString("new content")));
    }

    @Override
    public Object head() throws Exception {
        return send(request().method("HEAD", BodyPublishers.noBody()));
    }

    CompletableFuture<HttpResponse<String>> start() {
        return client.sendAsync(request().GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(endpoint.resolve("/bucket/key")).timeout(answer);
    }

    private Object send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = asynchronous
                ? client.sendAsync(request.build(), BodyHandlers.ofString()).get()
                : client.send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.headers().map() + " " + response.body();
    }

    @Override
    public void close() {
        // before JDK 21 it closes itself when it is forgotten
    }
}
