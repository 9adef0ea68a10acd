package dev.chaos4j.agent.client.network;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.Operation;
import org.jspecify.annotations.Nullable;

/** The addresses of a host name are asked for. */
record Lookup(InjectionPoint point, String host) implements Operation {

    @Override
    public String name() {
        return "resolve " + host;
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "operation" -> NetworkOperation.RESOLVE.word();
            case "host" -> host;
            default -> null;
        };
    }

    /** Whether this is a name, and neither empty nor an address written as numbers. */
    static boolean isOfName(@Nullable String host) {
        return host != null
                && !host.isEmpty()
                && host.indexOf(':') < 0
                && !host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
