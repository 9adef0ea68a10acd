package dev.chaos4j.agent.client.awssdk;

import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** Copies of requests with one thing changed. */
final class Requests {

    private Requests() {}

    /** The request, whose answer goes to this handler. */
    static AsyncExecuteRequest answeredTo(AsyncExecuteRequest request, SdkAsyncHttpResponseHandler handler) {
        return copy(request).responseHandler(handler).build();
    }

    /** The request as it goes out, replaced. */
    static AsyncExecuteRequest to(AsyncExecuteRequest request, SdkHttpRequest other) {
        return copy(request).request(other).build();
    }

    /** The request as it goes out, replaced. */
    static HttpExecuteRequest to(HttpExecuteRequest request, SdkHttpRequest other) {
        HttpExecuteRequest.Builder copy = HttpExecuteRequest.builder()
                .request(other)
                .contentStreamProvider(request.contentStreamProvider().orElse(null));
        request.metricCollector().ifPresent(copy::metricCollector);
        return copy.build();
    }

    private static AsyncExecuteRequest.Builder copy(AsyncExecuteRequest request) {
        AsyncExecuteRequest.Builder copy = AsyncExecuteRequest.builder()
                .request(request.request())
                .requestContentPublisher(request.requestContentPublisher())
                .responseHandler(request.responseHandler())
                .fullDuplex(request.fullDuplex())
                .httpExecutionAttributes(request.httpExecutionAttributes());
        request.metricCollector().ifPresent(copy::metricCollector);
        return copy;
    }
}
