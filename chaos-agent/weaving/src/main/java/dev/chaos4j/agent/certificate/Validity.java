package dev.chaos4j.agent.certificate;

import java.time.Instant;

/** From when to when a certificate is valid. */
public enum Validity {
    /** Now. */
    VALID("2020-01-01T00:00:00Z", "2089-12-31T23:59:59Z"),
    /** No more. */
    EXPIRED("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"),
    /** Not yet. */
    NOT_YET_VALID("2090-01-01T00:00:00Z", "2091-01-01T00:00:00Z");

    private final Instant from;
    private final Instant until;

    Validity(String from, String until) {
        this.from = Instant.parse(from);
        this.until = Instant.parse(until);
    }

    byte[] encoded() {
        return Der.sequence(Der.time(from), Der.time(until));
    }
}
