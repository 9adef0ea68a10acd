package dev.chaos4j.fault;

/** Checks ports, in one form for all messages. */
public final class Ports {

    private static final int LAST = 65_535;

    private Ports() {}

    /**
     * The port itself.
     *
     * @throws IllegalArgumentException if it is not from 1 to 65535
     */
    public static int checked(int port) {
        if (port < 1 || port > LAST) {
            throw new IllegalArgumentException("A port must be from 1 to 65535, but was " + port);
        }
        return port;
    }
}
