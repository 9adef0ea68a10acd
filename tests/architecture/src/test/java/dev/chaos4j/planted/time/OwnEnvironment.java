package dev.chaos4j.planted.time;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

final class OwnEnvironment {

    private final Supplier<Instant> asMethodReference = Instant::now;

    Instant wake() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(2));
        return asMethodReference.get();
    }

    Callable<Long> inALambda() {
        return () -> System.nanoTime();
    }
}
