package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.spi.Passage;
import java.util.concurrent.CompletableFuture;

/** The times in which nothing comes back. */
final class Silence {

    private Silence() {}

    /**
     * The delay and the hold of the decision, which the client bears no longer than its read time-out.
     *
     * @return completes with whether the client's time was out first; cancelling it ends the wait
     */
    static CompletableFuture<Boolean> of(Passage passage, Timeouts timeouts) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        if (!passage.decision().waits()) {
            end.complete(false);
            return end;
        }
        CompletableFuture<?> over = passage.awaitAsync();
        CompletableFuture<Boolean> timedOut = passage.after(timeouts.read());
        over.whenComplete((nothing, error) -> end.complete(false));
        timedOut.thenAccept(end::complete);
        end.whenComplete((outcome, error) -> {
            over.cancel(false);
            timedOut.cancel(false);
        });
        return end;
    }

    /**
     * The time that a client takes to see this error.
     *
     * @return cancelling it ends the wait
     */
    static CompletableFuture<Boolean> before(NetworkError error, Passage passage, Timeouts timeouts) {
        return switch (error) {
            case CONNECT_TIMEOUT -> passage.after(timeouts.connect());
            case READ_TIMEOUT -> passage.after(timeouts.read());
            default -> CompletableFuture.completedFuture(true);
        };
    }
}
