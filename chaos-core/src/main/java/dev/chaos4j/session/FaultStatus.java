package dev.chaos4j.session;

import dev.chaos4j.spi.WeaveReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an armed fault has matched and done: the Applied contract.
 *
 * @param name the fault's name
 * @param what the fault, its target and its trigger in one phrase
 * @param armed whether it is live now
 * @param weave the types and methods matched, near misses, and whether all was restored
 * @param seen operations of the target's kind that came to a gate while it was armed
 * @param eligible those of them that target and scope selected
 * @param fired how often it fired
 * @param limited eligible operations that only the blast radius kept it from
 * @param notApplied why injections could not be carried out, each reason once; that another fault ended the call first
 *     is a reason only if it happened each time
 * @param ended why it was disarmed, or null while it is armed
 */
public record FaultStatus(
        String name,
        String what,
        boolean armed,
        WeaveReport weave,
        long seen,
        long eligible,
        long fired,
        long limited,
        List<String> notApplied,
        @Nullable String ended) {

    /** Copies the list. */
    public FaultStatus {
        notApplied = List.copyOf(notApplied);
    }

    /** Why it was disarmed; empty while it is armed. */
    public Optional<String> whyEnded() {
        return Optional.ofNullable(ended);
    }
}
