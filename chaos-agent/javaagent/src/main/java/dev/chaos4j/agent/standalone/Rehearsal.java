package dev.chaos4j.agent.standalone;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.source.ScenarioSource;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.session.SessionOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One scenario that is played, or was, under its lease. Thread-safe. */
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final Order order;
    private final ChaosSession session;
    private final ScenarioRun run;
    private final Lease lease;

    private Rehearsal(Order order, ChaosSession session, ScenarioRun run) {
        this.order = order;
        this.session = session;
        this.run = run;
        this.lease = Lease.begin(order.lease(), session.journal()::nanos, run, this::expire);
    }

    /**
     * Weaves and arms the first stage.
     *
     * @throws RuntimeException if that is impossible; nothing is armed then
     */
    static Rehearsal begin(Order order) {
        SessionOptions options = SessionOptions.jvm();
        Long seed = order.seed() != null ? order.seed() : order.scenario().seed();
        ChaosSession session = Chaos.session(seed == null ? options : options.withSeed(seed));
        try {
            return new Rehearsal(order, session, session.run(order.scenario()));
        } catch (Throwable failed) {
            session.close();
            throw failed;
        }
    }

    private void expire() {
        end();
        LOG.info(
                "The lease of scenario '{}' is over: everything is disarmed",
                order.scenario().name());
    }

    /** Disarms everything, releases held calls and restores the classes; the record stays readable. */
    void end() {
        session.close();
    }

    /** Whether a renewal leaves nothing of this order undone: the dice and the JDK classes stay what they are. */
    boolean mayRenewFor(Order other) {
        Long seed = other.seed();
        return (seed == null || seed == session.seed()) && order.jdk().equals(other.jdk());
    }

    Order order() {
        return order;
    }

    ChaosSession session() {
        return session;
    }

    ScenarioRun run() {
        return run;
    }

    Lease lease() {
        return lease;
    }

    /** Also true if the scenario is over and a fault of it is armed all the same, because it could not be undone. */
    boolean isArmed() {
        return !run.finished() || faults().stream().anyMatch(FaultStatus::armed);
    }

    List<FaultStatus> faults() {
        return session.armedEver().stream().map(ActiveFault::status).toList();
    }

    /**
     * What is to be played.
     *
     * @param source the scenario
     * @param lease how long it may live, above zero
     * @param seed of the dice; null for the scenario's, or a fresh one
     * @param jdk the JDK classes that targets may name
     */
    record Order(
            ScenarioSource source, Duration lease, @Nullable Long seed, List<String> jdk) {

        Scenario scenario() {
            return source.scenario();
        }

        /** What the lease will cut off; empty if it is long enough. */
        String notice() {
            Duration length = scenario().duration();
            return length.compareTo(lease) <= 0
                    ? ""
                    : "The scenario lasts up to " + Durations.text(length) + ", but its lease only "
                            + Durations.text(lease)
                            + ": it will be cut off then. Give it longer, or renew it with the same command in time.";
        }
    }
}
