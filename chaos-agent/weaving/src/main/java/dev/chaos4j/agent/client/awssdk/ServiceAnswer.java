package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Reply;
import java.io.ByteArrayInputStream;
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
     * The answer to this request.
     *
     * @param error the service's error, if the reply has a code and no body of its own
     * @param draw makes up the request ids
     */
    static ServiceAnswer of(Reply reply, S3Error error, SdkHttpRequest request, long draw) {
        S3Ids ids = S3Ids.of(draw);
        byte[] body = reply.body().orElseGet(() -> reply.code().isPresent() ? error.xml(ids) : new byte[0]);
        SdkHttpFullResponse.Builder head =
                SdkHttpFullResponse.builder().statusCode(reply.status()).statusText(error.reason());
        head.putHeader("x-amz-request-id", ids.request());
        head.putHeader("x-amz-id-2", ids.host());
        if (reply.code().isPresent()) {
            head.putHeader("Content-Type", "application/xml");
        }
        boolean bodiless = request.method() == SdkHttpMethod.HEAD || reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            head.putHeader("Content-Length", String.valueOf(body.length));
        }
        error.headers().forEach(head::putHeader);
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
