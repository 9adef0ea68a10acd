package dev.chaos4j.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.weaving.SiteSource.LiveSite;
import dev.chaos4j.journal.Journal.Registration;
import java.lang.invoke.CallSite;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Two threads that run a woven method for the first time. Apart from the test: nothing may touch the bridge too early. */
final class FirstCalls {

    private final Site site = new Site() {};
    private final SiteGroup group = new SiteGroup(() -> this::listen);
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final CountDownLatch firstListens = new CountDownLatch(1);
    private final CountDownLatch gateOpen = new CountDownLatch(1);
    private final AtomicInteger listeners = new AtomicInteger();

    void ofTwoThreadsAtOnceAreBothMet() throws Throwable {
        FutureTask<CallSite> slow = new FutureTask<>(group::link);
        new Thread(slow, "first call").start();
        firstListens.await();

        CallSite quick = group.link();

        assertThat((Site) quick.getTarget().invokeExact()).isSameAs(site);
        gateOpen.countDown();
        assertThat((Site) slow.get().getTarget().invokeExact()).isSameAs(site);
        assertThat(listeners).as("one of them goes on listening").hasValue(1);
    }

    /** The gate keeps the first one waiting, as it does while something else is being armed. */
    private Registration listen(LiveSite.Listener listener) {
        if (first.getAndSet(false)) {
            firstListens.countDown();
            awaitGate();
        }
        listeners.incrementAndGet();
        listener.changed(site);
        return listeners::decrementAndGet;
    }

    private void awaitGate() {
        try {
            gateOpen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
