package dev.chaos4j.resilience4j;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import java.util.Set;

/** Bulkheads of both kinds. */
final class Bulkheads {

    private static final Set<String> ROUTINE = Set.of("call-permitted", "call-finished");

    static final Family<Bulkhead> SEMAPHORE = new Family<>(
            "bulkhead",
            Bulkhead::getName,
            bulkhead -> of(bulkhead.getBulkheadConfig()).comparedTo(of(BulkheadConfig.ofDefaults())),
            (bulkhead, to) ->
                    bulkhead.getEventPublisher().onEvent(event -> to.accept(Note.of(event.getEventType(), ""))),
            ROUTINE);

    static final Family<ThreadPoolBulkhead> THREAD_POOL = new Family<>(
            "thread-pool-bulkhead",
            ThreadPoolBulkhead::getName,
            bulkhead -> of(bulkhead.getBulkheadConfig()).comparedTo(of(ThreadPoolBulkheadConfig.ofDefaults())),
            (bulkhead, to) ->
                    bulkhead.getEventPublisher().onEvent(event -> to.accept(Note.of(event.getEventType(), ""))),
            ROUTINE);

    private Bulkheads() {}

    private static Settings of(BulkheadConfig config) {
        return new Settings()
                .put("maxConcurrentCalls", config.getMaxConcurrentCalls())
                .millis("maxWaitDuration", config.getMaxWaitDuration());
    }

    private static Settings of(ThreadPoolBulkheadConfig config) {
        return new Settings()
                .put("maxThreadPoolSize", config.getMaxThreadPoolSize())
                .put("coreThreadPoolSize", config.getCoreThreadPoolSize())
                .put("queueCapacity", config.getQueueCapacity());
    }
}
