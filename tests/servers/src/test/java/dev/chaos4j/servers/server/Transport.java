package dev.chaos4j.servers.server;

import java.util.Locale;

/** What carries a protocol. */
public enum Transport {
    PLAIN,
    TLS;

    @Override
    public String toString() {
        return this == PLAIN ? name().toLowerCase(Locale.ROOT) : name();
    }
}
