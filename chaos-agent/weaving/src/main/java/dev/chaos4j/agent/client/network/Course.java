package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.endpoint.Endpoint;
import dev.chaos4j.agent.endpoint.Endpoints;
import dev.chaos4j.agent.endpoint.Visit;
import dev.chaos4j.agent.points.OwnThread;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.spi.Passage;
import java.io.Closeable;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a connect once it has waited. Immutable.
 *
 * @param to where it really goes; unresolved if the name has no address
 * @param failure how it fails; null if it does not
 * @param isSilent whether nobody answers, so that it fails only with the client's own time-out or the end of the fault
 * @param visit what serves it at an endpoint of ours; null if it does not go there
 */
record Course(
        InetSocketAddress to,
        @Nullable Throwable failure,
        boolean isSilent,
        @Nullable Visit visit) {

    private static final String ROLE = "network";

    Course(InetSocketAddress to, @Nullable Throwable failure, boolean isSilent) {
        this(to, failure, isSilent, null);
    }

    /**
     * The course that the decision sets for a connect of this socket or channel to this address. What may block is done
     * on a thread of ours; cancelling the future ends it. Whatever goes wrong with us, it completes.
     */
    static CompletableFuture<Course> of(Passage passage, Closeable connection, InetSocketAddress to) {
        try {
            return begun(passage, connection, to);
        } catch (Throwable unexpected) {
            return CompletableFuture.completedFuture(unharmed(passage, to, unexpected));
        }
    }

    private static CompletableFuture<Course> begun(Passage passage, Closeable connection, InetSocketAddress to) {
        Outcome outcome = passage.decision().outcome();
        Endpoint endpoint = Endpoints.of(outcome);
        if (endpoint != null && !to.isUnresolved()) {
            return Detour.to(endpoint, passage, connection, to);
        }
        return needsLookup(outcome)
                ? onOwnThread(() -> direct(passage, to), passage, to)
                : CompletableFuture.completedFuture(direct(passage, to));
    }

    /** To where it was to go: what goes wrong with us is not the application's. */
    static Course unharmed(Passage passage, InetSocketAddress to, Throwable unexpected) {
        passage.notApplied("we could not do it: " + unexpected);
        return new Course(to, null, false);
    }

    private static boolean needsLookup(@Nullable Outcome outcome) {
        return outcome instanceof Misconfiguration wrong
                && Lookup.isOfName(wrong.value().orElse(null));
    }

    /** Whatever goes wrong: somebody waits for the course. */
    static CompletableFuture<Course> onOwnThread(Supplier<Course> work, Passage passage, InetSocketAddress to) {
        CompletableFuture<Course> course = new CompletableFuture<>();
        try {
            OwnThread.run(ROLE, () -> {
                try {
                    course.complete(work.get());
                } catch (Throwable unexpected) {
                    course.complete(unharmed(passage, to, unexpected));
                }
            });
        } catch (Throwable noThread) {
            course.complete(unharmed(passage, to, noThread));
        }
        return course;
    }

    /** As it is now: what was to serve the connection may be over, and then it goes to its origin. */
    Course asOfNow(Passage passage) {
        if (visit == null || !visit.isOver()) {
            return this;
        }
        abandon();
        passage.notApplied(Visit.ENDED_FIRST);
        return new Course(visit.origin(), null, false);
    }

    /** Nobody goes there after all. */
    void abandon() {
        if (visit != null) {
            visit.abandon();
        }
    }

    private static Course direct(Passage passage, InetSocketAddress to) {
        Outcome outcome = passage.decision().outcome();
        if (outcome instanceof Failure failure) {
            return failing(failure, passage, to);
        }
        if (outcome instanceof Misconfiguration wrong) {
            return astray(wrong, passage, to);
        }
        if (outcome != null) {
            passage.notApplied(misfit(outcome, to));
        }
        return new Course(to, null, false);
    }

    private static String misfit(Outcome outcome, InetSocketAddress to) {
        return Endpoints.of(outcome) == null
                ? Failures.misfit(outcome)
                : "the name " + to.getHostString() + " has no address";
    }

    private static Course failing(Failure failure, Passage passage, InetSocketAddress to) {
        NetworkError error = failure.network().orElse(null);
        if (error == NetworkError.UNKNOWN_HOST) {
            return new Course(unresolved(to.getHostString(), to), null, false);
        }
        if (error == NetworkError.CONNECT_TIMEOUT) {
            return new Course(to, new ConnectException("Connection timed out"), true);
        }
        return new Course(to, Failures.make(failure, passage), false);
    }

    private static Course astray(Misconfiguration wrong, Passage passage, InetSocketAddress to) {
        return switch (wrong.mistake()) {
            case WRONG_HOST ->
                new Course(
                        wrong.value()
                                .map(host -> resolved(host, to))
                                .orElseGet(() -> unresolved(to.getHostString(), to)),
                        null,
                        false);
            case WRONG_PORT ->
                wrong.port().isPresent()
                        ? new Course(at(to, wrong.port().getAsInt()), null, false)
                        : failing(Failure.network(NetworkError.CONNECTION_REFUSED), passage, to);
            case WRONG_ADDRESS -> failing(Failure.network(NetworkError.CONNECT_TIMEOUT), passage, to);
            case SWAPPED_ENDPOINTS ->
                new Course(
                        at(
                                resolved(wrong.value().orElseThrow(), to),
                                wrong.port().orElse(to.getPort())),
                        null,
                        false);
            default -> {
                passage.notApplied(misfit(wrong, to));
                yield new Course(to, null, false);
            }
        };
    }

    private static InetSocketAddress resolved(String host, InetSocketAddress to) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), to.getPort());
        } catch (UnknownHostException noSuchHost) {
            return unresolved(host, to);
        }
    }

    private static InetSocketAddress unresolved(String host, InetSocketAddress to) {
        return InetSocketAddress.createUnresolved(host, to.getPort());
    }

    private static InetSocketAddress at(InetSocketAddress to, int port) {
        return to.isUnresolved()
                ? InetSocketAddress.createUnresolved(to.getHostString(), port)
                : new InetSocketAddress(to.getAddress(), port);
    }
}
