package dev.chaos4j.agent.context;

import dev.chaos4j.agent.weaving.AdviceKind;
import dev.chaos4j.agent.weaving.Carriers;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.agent.weaving.SiteSource;
import dev.chaos4j.agent.weaving.SiteSource.LiveSite;
import dev.chaos4j.agent.weaving.Weaver;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.target.MethodShape;
import dev.chaos4j.target.Target;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Weaves the JDK's executors, futures and virtual threads, so that contexts follow the work, while somebody asks for it.
 * Thread-safe.
 */
public final class ContextCarrying {

    private static final List<String> POINTS = List.of(
            "java.util.concurrent.ThreadPoolExecutor#execute(Runnable)",
            "java.util.concurrent.FutureTask#<init>",
            // the adapters around every runnable and callable handed to a ForkJoinPool
            "java.util.concurrent.ForkJoinTask$*#<init>",
            "java.util.concurrent.ForkJoinPool$InvokeAnyTask#<init>",
            // from JDK 25 on
            "java.util.concurrent.ForkJoinPool#schedule",
            "java.util.concurrent.ForkJoinPool#scheduleAtFixedRate",
            "java.util.concurrent.ForkJoinPool#scheduleWithFixedDelay",
            // every public method of CompletableFuture that takes a function goes through one of these
            "java.util.concurrent.CompletableFuture#uni*Stage",
            "java.util.concurrent.CompletableFuture#bi*Stage",
            "java.util.concurrent.CompletableFuture#or*Stage",
            "java.util.concurrent.CompletableFuture#async*Stage",
            // from JDK 21 on
            "java.util.concurrent.ThreadPerTaskExecutor#start(Runnable)",
            "java.lang.ThreadBuilders#newVirtualThread");

    private final Weaver weaver;
    private final CarrySite site;
    private final boolean keepWoven;
    private final List<LiveSite.Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Rule> rules;
    private final Object liveness = new Object();
    private boolean live;
    private int users;
    private boolean woven;

    /**
     * Carries nothing yet.
     *
     * @param keepWoven whether the code stays, inert, when nobody asks any more
     */
    public ContextCarrying(Weaver weaver, OurErrors errors, boolean keepWoven) {
        this.weaver = weaver;
        this.keepWoven = keepWoven;
        this.site = new CarrySite(errors);
        SiteSource source = new OneForAll();
        this.rules = POINTS.stream()
                .map(pattern -> Rule.ofOurs("contexts", Target.method(pattern), source))
                .toList();
    }

    /** Carries contexts until the returned is closed. */
    public Registration carry() {
        synchronized (this) {
            if (users == 0) {
                ensureWoven();
                live(true);
            }
            users++;
        }
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                release();
            }
        };
    }

    private void ensureWoven() {
        if (!woven) {
            weaver.weave(rules);
            woven = true;
        }
    }

    private synchronized void release() {
        if (--users == 0) {
            live(false);
            if (!keepWoven) {
                weaver.unweave(rules, false);
                woven = false;
            }
        }
    }

    /** Under a lock of its own: methods that run for the first time listen, and must not wait while we weave. */
    private void live(boolean now) {
        synchronized (liveness) {
            live = now;
            listeners.forEach(listener -> listener.changed(now ? site : null));
        }
    }

    private Registration listen(LiveSite.Listener listener) {
        synchronized (liveness) {
            listeners.add(listener);
            listener.changed(live ? site : null);
        }
        return () -> listeners.remove(listener);
    }

    /** One site, and so one switch, for all of these methods. */
    private final class OneForAll implements SiteSource {
        @Override
        public boolean accepts(MethodShape method) {
            return method.parameterTypes().stream().anyMatch(Carriers::isCarried);
        }

        @Override
        public AdviceKind advice(MethodShape method) {
            return AdviceKind.CARRY;
        }

        @Override
        public Object key(MethodShape method) {
            return "carry";
        }

        @Override
        public LiveSite create(MethodShape method, String returnType) {
            return ContextCarrying.this::listen;
        }
    }
}
