package dev.chaos4j.fault;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client is pointed at the wrong place or presents the wrong identity. It says <em>what mistake was made</em>; the
 * client adapter turns that into what a client of its kind meets: an unknown host, a refused connection, or the
 * service's own answer.
 */
public final class Misconfiguration implements Outcome {

    private final Mistake mistake;
    private final @Nullable String value;
    private final int port;

    private Misconfiguration(Mistake mistake, @Nullable String value, int port) {
        this.mistake = mistake;
        this.value = value;
        this.port = port;
    }

    /** The mistake with a typical wrong value. */
    public static Misconfiguration of(Mistake mistake) {
        return new Misconfiguration(mistake, null, 0);
    }

    /**
     * The endpoint's host name is this one. Use a name under {@code .invalid} (RFC 2606) for one that never resolves.
     *
     * @throws IllegalArgumentException if {@code host} is blank or holds a scheme, port or path
     */
    public static Misconfiguration wrongHost(String host) {
        boolean hasPort = host.contains(":") && !(host.startsWith("[") && host.endsWith("]"));
        if (host.isBlank() || host.contains("/") || host.contains(" ") || hasPort) {
            throw new IllegalArgumentException(
                    "'" + host + "' is not a host name; give the name alone, for example s3.example.invalid");
        }
        return new Misconfiguration(Mistake.WRONG_HOST, host, 0);
    }

    /**
     * The endpoint's port is this one.
     *
     * @throws IllegalArgumentException if {@code port} is not from 1 to 65535
     */
    public static Misconfiguration wrongPort(int port) {
        return new Misconfiguration(Mistake.WRONG_PORT, null, Ports.checked(port));
    }

    /**
     * The client signs for this Region although the data live in another.
     *
     * @throws IllegalArgumentException if {@code region} is blank
     */
    public static Misconfiguration wrongRegion(String region) {
        if (region.isBlank()) {
            throw new IllegalArgumentException("The Region must not be blank; for example eu-west-1");
        }
        return new Misconfiguration(Mistake.WRONG_REGION, region, 0);
    }

    /** The mistake. */
    public Mistake mistake() {
        return mistake;
    }

    /** The wrong host or Region, if one was chosen. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** The wrong port, if one was chosen. */
    public OptionalInt port() {
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    @Override
    public String kind() {
        return "misconfiguration";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        String chosen = value != null ? " " + value : port != 0 ? " " + port : "";
        return "misconfiguration " + mistake.word() + chosen;
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public String toString() {
        return describe();
    }
}
