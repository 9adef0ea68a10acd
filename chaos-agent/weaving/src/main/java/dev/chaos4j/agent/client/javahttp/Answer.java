package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.fault.Reply;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A whole answer that no server gave. Immutable. */
final class Answer implements ResponseInfo {

    private static final String LENGTH = "content-length";

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The answer to a request of this method. */
    static Answer of(Reply reply, String method) {
        byte[] body = reply.body().orElse(new byte[0]);
        boolean bodiless = method.equals("HEAD") || reply.status() == 204 || reply.status() == 304;
        Map<String, List<String>> headers = new LinkedHashMap<>();
        // the client's parser lowers names, too
        reply.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        if (reply.status() != 204) {
            headers.putIfAbsent(LENGTH, List.of(String.valueOf(body.length)));
        }
        return new Answer(
                reply.status(), HttpHeaders.of(headers, (name, value) -> true), bodiless ? new byte[0] : body);
    }

    @Override
    public int statusCode() {
        return status;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }

    /** Hands the body to the caller's handler. */
    <T extends @Nullable Object> CompletionStage<T> readBy(BodyHandler<T> handler) {
        BodySubscriber<T> subscriber = handler.apply(this);
        subscriber.onSubscribe(new Delivery(subscriber, body, null));
        return subscriber.getBody();
    }
}
