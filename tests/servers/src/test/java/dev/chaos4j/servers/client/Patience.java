package dev.chaos4j.servers.client;

import java.time.Duration;

/** How long clients wait. */
public final class Patience {

    /** Where they are to be kept waiting. */
    public static final Duration HASTY = Duration.ofMillis(500);

    /** Where they get an answer, or an error, however busy the machine is. */
    public static final Duration PATIENT = Duration.ofSeconds(20);

    private Patience() {}
}
