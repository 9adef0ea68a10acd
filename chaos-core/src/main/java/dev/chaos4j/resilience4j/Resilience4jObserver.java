package dev.chaos4j.resilience4j;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.scope.ChaosContext;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.Registry;
import io.github.resilience4j.core.registry.EntryAddedEvent;
import io.github.resilience4j.core.registry.EntryRemovedEvent;
import io.github.resilience4j.core.registry.EntryReplacedEvent;
import io.github.resilience4j.core.registry.RegistryEvent;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what Resilience4j does into a journal, so that checks can judge it: each instance with its effective settings
 * when it is first seen, then its events, with the logical call on whose behalf they happened where the thread's
 * {@link ChaosContext} tells. A registry is watched with all that it has and all that it will get.
 *
 * <pre>{@code
 * try (var observer = Resilience4jObserver.on(session.journal()).watchBreakers(breakers)) { ... }
 * }</pre>
 *
 * <p>It sees the instances in the registries it is given, and those it is given one by one; an instance made with a
 * static factory and handed to nobody it cannot see. Events that every successful call causes are left out unless
 * {@link #withRoutine()} asks for them: a permitted call, a success.
 *
 * <p>Each pattern has methods of its own name, so that an application needs only those modules of Resilience4j that it
 * uses.
 *
 * <p>Closing it ends the recording. Resilience4j has no way to take a consumer back, so one empty consumer of ours stays
 * at each instance and registry that was ever watched, however often it is watched.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Resilience4jObserver implements AutoCloseable {

    private static final String LIBRARY = "resilience4j";

    private final Journal journal;
    private final boolean routine;
    private final IdentityHashMap<Object, Watched> watched = new IdentityHashMap<>();
    private final List<Registration> registries = new ArrayList<>();
    private boolean closed;

    private Resilience4jObserver(Journal journal, boolean routine) {
        this.journal = journal;
        this.routine = routine;
    }

    /** An observer that writes into this journal and watches nothing yet. */
    public static Resilience4jObserver on(Journal journal) {
        return new Resilience4jObserver(journal, false);
    }

    /** A new observer on the same journal that also writes what every successful call causes; it watches nothing yet. */
    public Resilience4jObserver withRoutine() {
        return new Resilience4jObserver(journal, true);
    }

    /** Watches all circuit breakers of the registry, now and later. */
    public Resilience4jObserver watchBreakers(CircuitBreakerRegistry registry) {
        return watch(registry, registry.getAllCircuitBreakers(), CircuitBreakers.FAMILY);
    }

    /** Watches all retries of the registry, now and later. */
    public Resilience4jObserver watchRetries(RetryRegistry registry) {
        return watch(registry, registry.getAllRetries(), Retries.FAMILY);
    }

    /** Watches all semaphore bulkheads of the registry, now and later. */
    public Resilience4jObserver watchBulkheads(BulkheadRegistry registry) {
        return watch(registry, registry.getAllBulkheads(), Bulkheads.SEMAPHORE);
    }

    /** Watches all thread-pool bulkheads of the registry, now and later. */
    public Resilience4jObserver watchThreadPoolBulkheads(ThreadPoolBulkheadRegistry registry) {
        return watch(registry, registry.getAllBulkheads(), Bulkheads.THREAD_POOL);
    }

    /** Watches all rate limiters of the registry, now and later. */
    public Resilience4jObserver watchRateLimiters(RateLimiterRegistry registry) {
        return watch(registry, registry.getAllRateLimiters(), RateLimiters.FAMILY);
    }

    /** Watches all time limiters of the registry, now and later. */
    public Resilience4jObserver watchTimeLimiters(TimeLimiterRegistry registry) {
        return watch(registry, registry.getAllTimeLimiters(), TimeLimiters.FAMILY);
    }

    /** Watches one circuit breaker that is in no registry. */
    public Resilience4jObserver watchBreaker(CircuitBreaker breaker) {
        return add(breaker, CircuitBreakers.FAMILY);
    }

    /** Watches one retry that is in no registry. */
    public Resilience4jObserver watchRetry(Retry retry) {
        return add(retry, Retries.FAMILY);
    }

    /** Watches one semaphore bulkhead that is in no registry. */
    public Resilience4jObserver watchBulkhead(Bulkhead bulkhead) {
        return add(bulkhead, Bulkheads.SEMAPHORE);
    }

    /** Watches one thread-pool bulkhead that is in no registry. */
    public Resilience4jObserver watchThreadPoolBulkhead(ThreadPoolBulkhead bulkhead) {
        return add(bulkhead, Bulkheads.THREAD_POOL);
    }

    /** Watches one rate limiter that is in no registry. */
    public Resilience4jObserver watchRateLimiter(RateLimiter limiter) {
        return add(limiter, RateLimiters.FAMILY);
    }

    /** Watches one time limiter that is in no registry. */
    public Resilience4jObserver watchTimeLimiter(TimeLimiter limiter) {
        return add(limiter, TimeLimiters.FAMILY);
    }

    /** The instances that it watches now, with their settings when it saw them first. */
    public synchronized List<PatternInstance> instances() {
        return watched.values().stream().map(Watched::instance).toList();
    }

    /** Ends the recording; closing twice does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        registries.forEach(Registration::close);
        registries.clear();
        watched.values().forEach(each -> each.registration.close());
        watched.clear();
    }

    /** Listens first and lists then, so that no instance comes in between unseen. */
    private <I> Resilience4jObserver watch(Registry<I, ?> registry, Collection<I> present, Family<I> family) {
        synchronized (this) {
            if (!closed) {
                registries.add(Tap.<RegistryEvent>listen(
                        registry, to -> attach(registry, to), change -> changed(change, family)));
            }
        }
        present.forEach(instance -> add(instance, family));
        return this;
    }

    private static void attach(Registry<?, ?> registry, Consumer<RegistryEvent> to) {
        registry.getEventPublisher().onEvent(to::accept);
    }

    @SuppressWarnings("unchecked") // a registry of I publishes entries that are I
    private <I> void changed(RegistryEvent change, Family<I> family) {
        if (change instanceof EntryAddedEvent<?> added) {
            add((I) added.getAddedEntry(), family);
        } else if (change instanceof EntryRemovedEvent<?> removed) {
            remove((I) removed.getRemovedEntry(), family, "removed");
        } else if (change instanceof EntryReplacedEvent<?> replaced) {
            remove((I) replaced.getOldEntry(), family, "replaced");
            add((I) replaced.getNewEntry(), family);
        }
    }

    private synchronized <I> Resilience4jObserver add(I instance, Family<I> family) {
        if (closed || watched.containsKey(instance)) {
            return this;
        }
        String name = family.name().apply(instance);
        PatternInstance seen = new PatternInstance(
                LIBRARY, family.pattern(), name, family.settings().apply(instance));
        record(family, name, new Note(PatternInstance.OBSERVED, seen.detail()));
        Registration registration = Tap.<Note>listen(
                instance, to -> family.attach().accept(instance, to), note -> heard(family, name, note));
        watched.put(instance, new Watched(seen, registration));
        return this;
    }

    private synchronized <I> void remove(I instance, Family<I> family, String why) {
        Watched gone = watched.remove(instance);
        if (gone != null) {
            gone.registration.close();
            record(family, family.name().apply(instance), new Note(why, ""));
        }
    }

    private void heard(Family<?> family, String name, Note note) {
        if (routine || !family.routine().contains(note.event())) {
            record(family, name, note);
        }
    }

    private void record(Family<?> family, String name, Note note) {
        ChaosContext context = ChaosContext.current();
        long call = context == null ? 0 : context.call();
        journal.record((sequence, nanos) -> new Entry.PatternEvent(
                sequence, nanos, LIBRARY, family.pattern(), name, note.event(), note.detail(), call));
    }

    private record Watched(PatternInstance instance, Registration registration) {}
}
