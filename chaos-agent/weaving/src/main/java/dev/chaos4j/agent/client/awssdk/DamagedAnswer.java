package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.spi.Passage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/** Collects the body of an answer, damages it and hands it on. The client calls it one signal at a time. */
final class DamagedAnswer implements SdkAsyncHttpResponseHandler {

    private final SdkAsyncHttpResponseHandler to;
    private final Corruption corruption;
    private final Passage passage;
    private final HttpErrors errors;
    private final CompletableFuture<@Nullable Void> attempt;
    private @Nullable SdkHttpResponse head;

    DamagedAnswer(
            SdkAsyncHttpResponseHandler to,
            Corruption corruption,
            Passage passage,
            HttpErrors errors,
            CompletableFuture<@Nullable Void> attempt) {
        this.to = to;
        this.corruption = corruption;
        this.passage = passage;
        this.errors = errors;
        this.attempt = attempt;
    }

    @Override
    public void onHeaders(SdkHttpResponse headers) {
        head = headers;
        to.onHeaders(headers);
    }

    @Override
    public void onStream(Publisher<ByteBuffer> stream) {
        Damage damage = new Damage(corruption, passage, errors, Objects.requireNonNull(head));
        to.onStream(subscriber -> stream.subscribe(new Collector(subscriber, damage)));
    }

    @Override
    public void onError(Throwable error) {
        to.onError(error);
    }

    private void tooShort(IOException error) {
        to.onError(error);
        attempt.completeExceptionally(error);
    }

    /** Collects the whole body for one subscriber. */
    private final class Collector implements Subscriber<ByteBuffer> {

        private final Subscriber<? super ByteBuffer> subscriber;
        private final Damage damage;
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

        Collector(Subscriber<? super ByteBuffer> subscriber, Damage damage) {
            this.subscriber = subscriber;
            this.damage = damage;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            collected.writeBytes(copy);
        }

        @Override
        public void onError(Throwable error) {
            new Body(collected.toByteArray(), () -> subscriber.onError(error), attempt).subscribe(subscriber);
        }

        @Override
        public void onComplete() {
            byte[] body = collected.toByteArray();
            byte[] damaged = damage.of(body);
            IOException end = damage.end(body, damaged);
            new Body(damaged, end == null ? null : () -> tooShort(end), attempt).subscribe(subscriber);
        }
    }
}
