package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Site;
import dev.chaos4j.agent.weaving.SiteSource.LiveSite;
import dev.chaos4j.journal.Journal.Registration;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All woven methods that share one site, and the switch at each of them. The site itself is made when the first of
 * them runs; until then nobody's lock is taken. Call sites are held weakly: they belong to the woven classes.
 * Thread-safe.
 */
final class SiteGroup {

    private static final MethodHandle OFF = MethodHandles.constant(Site.class, null);

    private final Supplier<LiveSite> source;
    private final List<WeakReference<MutableCallSite>> callSites = new ArrayList<>();
    private @Nullable LiveSite made;
    private @Nullable Registration registration;
    private boolean closed;
    private volatile boolean follows;
    private volatile @Nullable Site armed;

    SiteGroup(Supplier<LiveSite> source) {
        this.source = source;
    }

    CallSite link() {
        ensureMade();
        MutableCallSite callSite = new MutableCallSite(MethodType.methodType(Site.class));
        synchronized (this) {
            callSites.removeIf(reference -> reference.get() == null);
            callSites.add(new WeakReference<>(callSite));
            callSite.setTarget(target());
        }
        return callSite;
    }

    /** The site while it is live; for classes that can have no call site. Takes no lock but for the first time. */
    @Nullable
    Site armed() {
        if (!follows) {
            ensureMade();
        }
        return armed;
    }

    /**
     * Makes the site and begins to listen. Two methods may run for the first time at once: whoever leaves here has been
     * told by the gate what the site is, and waits for nobody.
     */
    private void ensureMade() {
        LiveSite site;
        synchronized (this) {
            if (registration != null || closed) {
                return;
            }
            made = made == null ? source.get() : made;
            site = made;
        }
        // outside our lock: the gate takes its own, and calls back into ours
        Registration listening = site.follow(this::changed);
        if (!keep(listening)) {
            listening.close();
        }
    }

    private synchronized boolean keep(Registration listening) {
        if (registration != null || closed) {
            return false;
        }
        registration = listening;
        follows = true;
        return true;
    }

    private void changed(@Nullable Site now) {
        MutableCallSite[] switched;
        synchronized (this) {
            Site wanted = closed ? null : now;
            if (armed == wanted) {
                return;
            }
            armed = wanted;
            switched = switchAll();
        }
        MutableCallSite.syncAll(switched);
    }

    private MutableCallSite[] switchAll() {
        MethodHandle target = target();
        List<MutableCallSite> present = new ArrayList<>();
        for (WeakReference<MutableCallSite> reference : callSites) {
            MutableCallSite callSite = reference.get();
            if (callSite != null) {
                callSite.setTarget(target);
                present.add(callSite);
            }
        }
        return present.toArray(MutableCallSite[]::new);
    }

    private MethodHandle target() {
        Site site = armed;
        return site == null ? OFF : MethodHandles.constant(Site.class, site);
    }

    /** Switches it off for good. */
    void close() {
        Registration listening;
        synchronized (this) {
            closed = true;
            follows = true;
            listening = registration;
        }
        if (listening != null) {
            listening.close();
        }
        changed(null);
    }
}
