package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.spi.Passage;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A name is resolved, on the thread that asks: a wait blocks it, as a slow name server does. */
public final class ResolveInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public ResolveInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.argument(0) instanceof String host) || !Lookup.isOfName(host)) {
            return null;
        }
        Passage passage = call.gate().enter(new Lookup(call.gate().point(), host));
        if (passage == null) {
            return null;
        }
        await(passage);
        return settled(call, passage, host);
    }

    private static void await(Passage passage) {
        try {
            passage.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Interception settled(ClientCall call, Passage passage, String host) {
        Outcome outcome = passage.decision().outcome();
        if (outcome instanceof Failure failure) {
            Throwable error = failure.network()
                    .filter(NetworkError.UNKNOWN_HOST::equals)
                    .<Throwable>map(unknown -> unknown(host))
                    .orElseGet(() -> Failures.make(failure, passage));
            return error == null ? new Watched(passage) : new Failing(passage, error);
        }
        if (outcome instanceof Misconfiguration wrong && wrong.mistake() == Mistake.STALE_ANSWER) {
            return StaleAnswers.answering(passage, wrong, host);
        }
        if (outcome instanceof Misconfiguration wrong && wrong.mistake() == Mistake.OTHER_ADDRESSES) {
            return new Answering(
                    passage, Answering.addresses(host, wrong.value().orElseThrow()));
        }
        if (outcome instanceof Misconfiguration wrong) {
            String other = wrong.value().orElse(null);
            if (other == null) {
                return new Failing(passage, unknown(host));
            }
            call.argument(0, other);
        } else if (outcome != null) {
            passage.notApplied(Failures.misfit(outcome));
        }
        return new Watched(passage);
    }

    /** In the words of the JDK's own resolver. */
    private static UnknownHostException unknown(String host) {
        return new UnknownHostException(host + ": " + NetworkError.UNKNOWN_HOST.message());
    }
}
