package dev.chaos4j.check.planted;

import dev.chaos4j.spi.Sleeper;
import dev.chaos4j.spi.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Time that passes only when somebody sleeps or lets it pass. For one thread. */
public final class VirtualTime implements TimeSource, Sleeper {

    private final List<Timer> timers = new ArrayList<>();
    private long now;

    public void pass(Duration time) {
        long end = now + time.toNanos();
        for (Timer next = due(end); next != null; next = due(end)) {
            timers.remove(next);
            now = Math.max(now, next.at);
            next.future.complete(null);
        }
        now = end;
    }

    private @Nullable Timer due(long end) {
        timers.removeIf(timer -> timer.future.isDone());
        return timers.stream()
                .filter(timer -> timer.at <= end)
                .min(Comparator.comparingLong(timer -> timer.at))
                .orElse(null);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void sleep(long nanos, boolean precise, BooleanSupplier ended) {
        pass(Duration.ofNanos(nanos));
    }

    @Override
    @SuppressWarnings("NullAway") // on JDK 17 it does not see the same annotation in the compiled interface
    public CompletableFuture<@Nullable Void> after(long nanos) {
        Timer timer = new Timer(nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos, new CompletableFuture<>());
        timers.add(timer);
        return timer.future;
    }

    /** The same time, for libraries that take a clock. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.EPOCH.plusNanos(now);
            }
        };
    }

    private record Timer(long at, CompletableFuture<@Nullable Void> future) {}

    @Override
    public void aside(Runnable work) {
        work.run();
    }
}
