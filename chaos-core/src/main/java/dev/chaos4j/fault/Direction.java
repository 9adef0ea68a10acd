package dev.chaos4j.fault;

import java.util.Locale;

/** Which way bytes go over a connection that the program has opened. */
public enum Direction {
    /** From the server to the client. */
    ANSWERS,
    /** From the client to the server. */
    REQUESTS,
    /** Each of the two, by itself. */
    BOTH;

    /** Whether bytes that go this way are meant, too. */
    public boolean includes(Direction way) {
        return this == BOTH || this == way;
    }

    /** The word that scenario files use, for example {@code answers}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For phrases: nothing for what is usual. */
    String phrase() {
        return this == ANSWERS ? "" : this == BOTH ? " both ways" : " of requests";
    }
}
