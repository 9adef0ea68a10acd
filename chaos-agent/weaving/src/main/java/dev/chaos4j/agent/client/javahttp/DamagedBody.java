package dev.chaos4j.agent.client.javahttp;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body, damages it and hands it on. The client calls it one signal at a time. */
final class DamagedBody<T extends @Nullable Object> implements BodySubscriber<T> {

    private final BodySubscriber<T> to;
    private final Damage damage;
    private final ResponseInfo info;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<@Nullable Void> handedOn = new CompletableFuture<>();

    DamagedBody(BodySubscriber<T> to, Damage damage, ResponseInfo info) {
        this.to = to;
        this.damage = damage;
        this.info = info;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            collected.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable error) {
        handOn(collected.toByteArray(), error);
    }

    @Override
    public void onComplete() {
        byte[] body = collected.toByteArray();
        byte[] damaged = damage.of(body);
        handOn(damaged, damage.end(body, damaged, info));
    }

    private void handOn(byte[] body, @Nullable Throwable end) {
        to.onSubscribe(new Delivery(to, body, end));
        handedOn.complete(null);
    }

    /** Asked for only when all is there: some subscribers read the body while they are asked. */
    @Override
    public CompletionStage<T> getBody() {
        return handedOn.thenCompose(nothing -> to.getBody());
    }
}
