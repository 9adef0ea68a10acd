package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.spi.Passage;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to each name since a fault was armed, which the fault keeps. It is forgotten when the fault is released
 * or ends. Thread-safe.
 */
final class StaleAnswers {

    /** More names than a program asks for; the answers to those beyond it stay right. */
    private static final int MOST_NAMES = 1_000;

    private static final IdentityHashMap<Misconfiguration, Map<String, List<InetAddress>>> KEPT =
            new IdentityHashMap<>();

    private StaleAnswers() {}

    /** The answer that is kept, or else the JDK's, which is kept then. */
    static Interception answering(Passage passage, Misconfiguration fault, String host) {
        List<InetAddress> kept = of(fault, host);
        return kept == null ? new First(passage, fault, host) : new Answering(passage, kept);
    }

    private static @Nullable List<InetAddress> of(Misconfiguration fault, String host) {
        synchronized (KEPT) {
            Map<String, List<InetAddress>> names = KEPT.get(fault);
            return names == null ? null : names.get(host);
        }
    }

    /** Keeps it, unless one is kept already; says which is. */
    private static List<InetAddress> keep(
            Passage passage, Misconfiguration fault, String host, List<InetAddress> answer) {
        boolean isFirst;
        List<InetAddress> kept;
        synchronized (KEPT) {
            isFirst = !KEPT.containsKey(fault);
            Map<String, List<InetAddress>> names = KEPT.computeIfAbsent(fault, any -> new HashMap<>());
            kept = names.size() < MOST_NAMES ? names.putIfAbsent(host, answer) : names.get(host);
        }
        if (isFirst) {
            passage.released().thenRun(() -> forget(fault)); // without the lock, as it may be over already
        }
        return kept == null ? answer : kept;
    }

    private static void forget(Misconfiguration fault) {
        synchronized (KEPT) {
            KEPT.remove(fault);
        }
    }

    /** Nobody has asked for this name since the fault was armed. */
    private record First(Passage passage, Misconfiguration fault, String host) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            if (thrown != null) {
                passage.endFailed(thrown);
                throw thrown;
            }
            passage.notApplied("the answer for " + host + " is the first one, which is kept; nothing is stale yet");
            passage.endOk();
            return returned instanceof InetAddress[] answer
                    ? keep(passage, fault, host, List.of(answer)).toArray(InetAddress[]::new)
                    : returned;
        }
    }
}
