package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Reply;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A whole answer that no service gave. Immutable. */
final class ServiceAnswer {

    private final SdkHttpFullResponse head;
    private final byte[] body;

    private ServiceAnswer(SdkHttpFullResponse head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /**
     * The answer of S3 to this request.
     *
     * @param error its error, if the reply has a code and no body of its own
     * @param draw makes up the request ids
     */
    static ServiceAnswer ofS3(Reply reply, S3Error error, SdkHttpRequest request, long draw) {
        S3Ids ids = S3Ids.of(draw);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-request-id", ids.request());
        headers.put("x-amz-id-2", ids.host());
        if (reply.code().isPresent()) {
            headers.put("Content-Type", "application/xml");
        }
        headers.putAll(error.headers());
        byte[] body = reply.code().isPresent() ? error.xml(ids) : new byte[0];
        return of(reply, error.reason(), headers, body, request);
    }

    /**
     * The answer of another service to this request.
     *
     * @param protocol how it writes its errors; null if the reply has no code
     * @param draw makes up the request id
     */
    static ServiceAnswer of(Reply reply, @Nullable ServiceProtocol protocol, SdkHttpRequest request, long draw) {
        String id = new UUID(draw, ~draw).toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amzn-RequestId", id);
        byte[] body = new byte[0];
        if (protocol != null && reply.code().isPresent()) {
            headers.putAll(protocol.headers(reply.code().get(), request));
            body = protocol.body(reply.code().get(), id);
        }
        return of(reply, S3Error.REASONS.getOrDefault(reply.status(), ""), headers, body, request);
    }

    /** The answer of something that is no service of AWS. */
    static ServiceAnswer ofAnother(Reply reply, SdkHttpRequest request) {
        return of(reply, S3Error.REASONS.getOrDefault(reply.status(), ""), Map.of(), new byte[0], request);
    }

    private static ServiceAnswer of(
            Reply reply, String reason, Map<String, String> headers, byte[] usualBody, SdkHttpRequest request) {
        byte[] body = reply.body().orElse(usualBody);
        SdkHttpFullResponse.Builder head =
                SdkHttpFullResponse.builder().statusCode(reply.status()).statusText(reason);
        boolean bodiless = request.method() == SdkHttpMethod.HEAD || reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            head.putHeader("Content-Length", String.valueOf(body.length));
        }
        headers.forEach(head::putHeader);
        reply.headers().forEach(head::putHeader);
        return new ServiceAnswer(head.build(), bodiless ? new byte[0] : body);
    }

    /** Status and headers. */
    SdkHttpFullResponse head() {
        return head;
    }

    /** The body; not to be changed. */
    byte[] body() {
        return body;
    }

    /** All of it, for synchronous clients. */
    HttpExecuteResponse whole() {
        return HttpExecuteResponse.builder()
                .response(head)
                .responseBody(body.length == 0 ? null : AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }
}
