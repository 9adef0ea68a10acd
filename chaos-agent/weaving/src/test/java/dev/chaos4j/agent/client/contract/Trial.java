package dev.chaos4j.agent.client.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Subject.Use;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.journal.Entry.AttemptStarted;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** One client of a healthy server, to which faults are done, and others of its kind, to which they really happen. */
final class Trial implements AutoCloseable {

    private static final int MOST_REAL_RUNS = 6;

    private final ChaosSession session;
    private final Target target;
    private final Function<URI, Subject> clients;
    private final Subject subject;

    /**
     * A trial.
     *
     * @param session where faults are armed
     * @param target the operations of the clients
     * @param clients makes one for an endpoint
     * @param healthy the endpoint of the one to which faults are done
     */
    Trial(ChaosSession session, Target target, Function<URI, Subject> clients, URI healthy) {
        this.session = session;
        this.target = target;
        this.clients = clients;
        this.subject = clients.apply(healthy);
    }

    /**
     * The same, with a connection to its server: the time-outs of some clients begin before they are connected, and look
     * different until then.
     */
    Trial connected(Server server) {
        Awaitility.await().until(() -> !undisturbed(Use.READ).has("Exception"));
        server.forgetRequests();
        return this;
    }

    /** What is seen of a call outside of every test. */
    Seen undisturbed(Use use) {
        return Seen.of(() -> use.of(subject));
    }

    /** A call that belongs to the session. */
    Callable<Object> call(Use use) {
        return call(session, use);
    }

    /** A call that belongs to this session. */
    Callable<Object> call(ChaosSession of, Use use) {
        return in(of, () -> use.of(subject));
    }

    private static Callable<Object> in(ChaosSession of, Callable<Object> call) {
        return () -> {
            try (var stay = requireNonNull(of.context()).open()) {
                return call.call();
            }
        };
    }

    /** What is seen under this fault, which must fire and be applied. */
    Observed injected(Fault fault, Use use) {
        return injected(() -> session.arm(fault, target), use);
    }

    /** What is seen under what is armed here, which must fire and be applied. */
    Observed injected(Supplier<ActiveFault> arming, Use use) {
        long before = attempts(session);
        try (ActiveFault armed = arming.get()) {
            Seen seen = Seen.of(call(use));
            assertThat(armed.fired()).as("times fired").isPositive();
            assertThat(armed.status().notApplied()).isEmpty();
            return new Observed(seen, attempts(session) - before);
        }
    }

    /**
     * What is seen under this fault is what a client of this endpoint sees. Reality varies: which of two errors a client
     * sees first may be a race. One of its faces must be ours; what the client is really led to by a wrong setting
     * varies itself.
     */
    Observed assertLooksAs(URI endpoint, Fault fault, Use use) {
        CompletableFuture<Observed> meanwhile =
                CompletableFuture.supplyAsync(() -> really(endpoint, use), task -> new Thread(task).start());
        Observed injected = injected(fault, use);
        Observed real = meanwhile.join();
        for (int run = 1; run < MOST_REAL_RUNS && !real.equals(injected); run++) {
            real = really(endpoint, use);
            injected = fault instanceof Misconfiguration ? injected(fault, use) : injected;
        }
        assertThat(injected).isEqualTo(real);
        return injected;
    }

    private Observed really(URI endpoint, Use use) {
        try (Subject broken = clients.apply(endpoint);
                ChaosSession watching = Chaos.session(SessionOptions.test("reality"))) {
            watching.observe(target);
            Seen seen = Seen.of(in(watching, () -> use.of(broken)));
            return new Observed(seen, attempts(watching));
        }
    }

    private static long attempts(ChaosSession of) {
        return of.journal().entries().stream()
                .filter(AttemptStarted.class::isInstance)
                .count();
    }

    @Override
    public void close() {
        subject.close();
    }

    /**
     * What was observed of one call.
     *
     * @param attempts how often the client tried
     */
    record Observed(Seen seen, long attempts) {

        @Override
        public String toString() {
            return attempts + " attempts:\n" + seen;
        }
    }
}
