package dev.chaos4j.agent.client.awssdk;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Publishes a body in one piece once it is asked for, and then its end. For one subscriber. */
final class Body implements Publisher<ByteBuffer> {

    private final byte[] bytes;
    private final @Nullable Runnable breaksOff;
    private final CompletableFuture<@Nullable Void> done;

    /**
     * A body.
     *
     * @param breaksOff what happens after its last byte instead of its end; null if it is complete
     * @param done completed when it is complete, or not wanted any more
     */
    Body(byte[] bytes, @Nullable Runnable breaksOff, CompletableFuture<@Nullable Void> done) {
        this.bytes = bytes;
        this.breaksOff = breaksOff;
        this.done = done;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            private final AtomicBoolean over = new AtomicBoolean();

            @Override
            public void request(long n) {
                if (over.compareAndSet(false, true)) {
                    deliver(subscriber);
                }
            }

            @Override
            public void cancel() {
                over.set(true);
                done.complete(null);
            }
        });
    }

    private void deliver(Subscriber<? super ByteBuffer> subscriber) {
        if (bytes.length > 0) {
            subscriber.onNext(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        }
        if (breaksOff == null) {
            subscriber.onComplete();
            done.complete(null);
        } else {
            breaksOff.run();
        }
    }
}
