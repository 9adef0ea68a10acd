package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.bridge.Bridge;
import dev.chaos4j.agent.bridge.Handler;
import dev.chaos4j.agent.bridge.Site;
import java.lang.invoke.CallSite;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sites of one agent, by the numbers that its woven code bears. Thread-safe. */
final class SiteTable implements Handler {

    private final OurErrors errors;
    private final ConcurrentMap<Object, Integer> numbers = new ConcurrentHashMap<>();
    private final List<SiteGroup> groups = new CopyOnWriteArrayList<>();
    private final int handler;

    SiteTable(OurErrors errors) {
        this.errors = errors;
        this.handler = Bridge.register(this);
    }

    /** Our number at the bridge. */
    int handler() {
        return handler;
    }

    /** The number of the site with this key. */
    int number(Object key, Supplier<SiteSource.LiveSite> source) {
        return numbers.computeIfAbsent(key, any -> {
            synchronized (groups) {
                groups.add(new SiteGroup(source));
                return groups.size() - 1;
            }
        });
    }

    @Override
    public CallSite link(int site) {
        return groups.get(site).link();
    }

    @Override
    public @Nullable Site site(int site) {
        try {
            return groups.get(site).armed();
        } catch (Throwable ofOurs) {
            failed(ofOurs);
            return null;
        }
    }

    @Override
    public void failed(Throwable ofOurs) {
        errors.report("linking a woven method", ofOurs);
    }

    /** Switches every site off for good and leaves the bridge. */
    void close() {
        Bridge.unregister(handler);
        groups.forEach(SiteGroup::close);
    }
}
