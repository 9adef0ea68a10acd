package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ErrorStatus;
import dev.chaos4j.spi.Passage;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** Watches how an attempt ends, and tells the passage. Thread-safe if the handler is. */
final class Ended implements SdkAsyncHttpResponseHandler {

    private final Passage passage;
    private final SdkAsyncHttpResponseHandler to;
    private volatile @Nullable SdkHttpResponse head;

    Ended(Passage passage, SdkAsyncHttpResponseHandler to) {
        this.passage = passage;
        this.to = to;
    }

    /** Tells the passage once this is complete. */
    CompletableFuture<?> watch(CompletableFuture<?> attempt) {
        attempt.whenComplete((nothing, error) -> with(error));
        return attempt;
    }

    /** Tells the passage. */
    void with(@Nullable Throwable error) {
        SdkHttpResponse answered = head;
        if (error != null) {
            passage.endFailed(error);
        } else if (answered != null && !answered.isSuccessful()) {
            passage.endFailed(new ErrorStatus(answered.statusCode()));
        } else {
            passage.endOk();
        }
    }

    @Override
    public void onHeaders(SdkHttpResponse headers) {
        head = headers;
        to.onHeaders(headers);
    }

    @Override
    public void onStream(Publisher<ByteBuffer> stream) {
        to.onStream(stream);
    }

    @Override
    public void onError(Throwable error) {
        to.onError(error);
    }
}
