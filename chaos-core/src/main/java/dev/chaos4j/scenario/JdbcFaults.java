package dev.chaos4j.scenario;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.target.JdbcTarget;
import dev.chaos4j.target.Target;
import java.util.EnumSet;
import java.util.Set;

/** Which faults can be met when a JDBC driver opens a connection. Combinations that mean nothing are refused when they are made. */
final class JdbcFaults {

    private static final Set<Mistake> OF_DATABASES =
            EnumSet.of(Mistake.WRONG_CREDENTIALS, Mistake.WRONG_NAME, Mistake.WRONG_SCHEMA);

    private JdbcFaults() {}

    /**
     * Does nothing if the fault can be met there, or the target is of another kind.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static void requireMet(Fault part, Target target) {
        boolean ofDatabases = target instanceof JdbcTarget;
        if (part instanceof Throttling throttling) {
            throttling.refusal().ifPresent(refusal -> requireMet(refusal, target));
        } else if (part instanceof Misconfiguration wrong) {
            if (ofDatabases && !OF_DATABASES.contains(wrong.mistake())) {
                throw refused(part, target, "a driver meets it below, where it connects");
            }
            if (!ofDatabases && wrong.mistake() == Mistake.WRONG_SCHEMA) {
                throw new IllegalArgumentException("'" + part.describe() + "' cannot be injected at '"
                        + target.describe() + "': only databases have schemas; use a target of kind jdbc");
            }
        } else if (ofDatabases
                && part instanceof Failure failure
                && failure.network().isPresent()) {
            throw refused(part, target, "a driver meets it below, and tells it in its own way");
        } else if (ofDatabases && (part instanceof Reply || part instanceof LostReply || part instanceof Corruption)) {
            throw refused(part, target, "a connection is no answer");
        }
    }

    private static IllegalArgumentException refused(Fault part, Target target, String why) {
        return new IllegalArgumentException("'" + part.describe() + "' cannot be injected at '" + target.describe()
                + "': " + why + "; use a network target with the database's host and port, or a method target");
    }
}
