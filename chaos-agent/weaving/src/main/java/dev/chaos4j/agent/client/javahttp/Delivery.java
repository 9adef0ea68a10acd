package dev.chaos4j.agent.client.javahttp;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Delivers a body in one piece once it is asked for, and then its end. Thread-safe. */
final class Delivery implements Subscription {

    private final BodySubscriber<?> to;
    private final byte[] body;
    private final @Nullable Throwable end;
    private final AtomicBoolean done = new AtomicBoolean();

    /**
     * A body on its way.
     *
     * @param end what breaks off the body after its last byte; null if it is complete
     */
    Delivery(BodySubscriber<?> to, byte[] body, @Nullable Throwable end) {
        this.to = to;
        this.body = body;
        this.end = end;
    }

    @Override
    public void request(long n) {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        if (n <= 0) {
            to.onError(
                    new IllegalArgumentException("requested " + n + " items, but only a positive number is allowed"));
            return;
        }
        if (body.length > 0) {
            to.onNext(List.of(ByteBuffer.wrap(body).asReadOnlyBuffer()));
        }
        if (end == null) {
            to.onComplete();
        } else {
            to.onError(end);
        }
    }

    @Override
    public void cancel() {
        done.set(true);
    }
}
