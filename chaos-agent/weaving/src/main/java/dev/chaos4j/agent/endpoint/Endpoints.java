package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Which outcomes of a connect are played at an endpoint of ours. */
public final class Endpoints {

    private Endpoints() {}

    /** The endpoint that plays this outcome, or null if it is played without one. */
    public static @Nullable Endpoint of(@Nullable Outcome outcome) {
        if (outcome instanceof Bandwidth bandwidth) {
            return Relay.with(bandwidth);
        }
        if (outcome instanceof BrokenStream broken) {
            return Relay.with(broken);
        }
        return outcome instanceof Misconfiguration wrong ? WrongEnds.of(wrong) : null;
    }
}
