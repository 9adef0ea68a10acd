package dev.chaos4j.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The client is pointed at the wrong place or presents the wrong identity. It says <em>what mistake was made</em>; the
 * client adapter, or the network, turns that into what a client of its kind meets: an unknown host, a refused
 * connection, a certificate that has expired, or the service's own answer.
 */
public final class Misconfiguration implements Outcome {

    private static final Pattern ENDPOINT = Pattern.compile("(\\[[^]/\\s]+]|[^]\\[:/\\s]+)(?::([0-9]{1,9}))?");

    private final Mistake mistake;
    private final @Nullable String value;
    private final int port;
    private final @Nullable Issuer issuer;

    private Misconfiguration(Mistake mistake, @Nullable String value, int port, @Nullable Issuer issuer) {
        this.mistake = mistake;
        this.value = value;
        this.port = port;
        this.issuer = issuer;
    }

    /**
     * The mistake with a typical wrong value.
     *
     * @throws IllegalArgumentException if the mistake {@linkplain Mistake#needsIssuer() needs an issuer}, or is {@link
     *     Mistake#SWAPPED_ENDPOINTS}, which needs the other endpoint, or {@link Mistake#OTHER_ADDRESSES}, which needs
     *     them
     */
    public static Misconfiguration of(Mistake mistake) {
        if (mistake.needsIssuer()) {
            throw new IllegalArgumentException("'" + mistake.word()
                    + "' needs an issuer that the client trusts: a client"
                    + " that does not know who issued a certificate says only that, and never looks at its dates or its"
                    + " name. Give it with Misconfiguration.of(Mistake." + mistake.name()
                    + ", Issuer.keyStore(\"test-ca.p12\", \"TEST_CA_PASSWORD\")) or, in a file, as " + mistake.word()
                    + ": {key-store: test-ca.p12, password-from: TEST_CA_PASSWORD}; untrusted-certificate needs none");
        }
        if (mistake == Mistake.SWAPPED_ENDPOINTS) {
            throw new IllegalArgumentException("'" + mistake.word() + "' needs the other endpoint; give it with"
                    + " Misconfiguration.swappedWith(\"replica.db.example:5433\") or, in a file, as " + mistake.word()
                    + ": replica.db.example:5433");
        }
        if (mistake == Mistake.OTHER_ADDRESSES) {
            throw new IllegalArgumentException("'" + mistake.word() + "' needs the addresses; give them with"
                    + " Misconfiguration.resolvesTo(\"10.0.0.5\", \"::1\") or, in a file, as " + mistake.word()
                    + ": \"10.0.0.5, ::1\"");
        }
        return new Misconfiguration(mistake, null, 0, null);
    }

    /**
     * The mistake, with certificates from this issuer, which the client trusts.
     *
     * @throws IllegalArgumentException if an issuer {@linkplain Mistake#takesIssuer() makes no difference} to the mistake
     */
    public static Misconfiguration of(Mistake mistake, Issuer issuer) {
        if (!mistake.takesIssuer()) {
            throw new IllegalArgumentException("An issuer makes no difference to '" + mistake.word()
                    + "'; use Misconfiguration.of(Mistake." + mistake.name() + ")");
        }
        return new Misconfiguration(mistake, null, 0, issuer);
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
        return new Misconfiguration(Mistake.WRONG_HOST, host, 0, null);
    }

    /**
     * The endpoint's port is this one.
     *
     * @throws IllegalArgumentException if {@code port} is not from 1 to 65535
     */
    public static Misconfiguration wrongPort(int port) {
        return new Misconfiguration(Mistake.WRONG_PORT, null, Ports.checked(port), null);
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
        return new Misconfiguration(Mistake.WRONG_REGION, region, 0, null);
    }

    /**
     * The setting holds another setting's endpoint, and the client goes there. A swap takes two faults: one at each
     * endpoint, with the other one.
     *
     * @param endpoint {@code HOST} or {@code HOST:PORT}; without a port it is that of the right endpoint
     * @throws IllegalArgumentException if it is neither, or the port is not from 1 to 65535
     */
    public static Misconfiguration swappedWith(String endpoint) {
        Matcher parts = ENDPOINT.matcher(endpoint);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + endpoint
                    + "' is not an endpoint; give a host, or a host and a port, for example replica.db.example:5433");
        }
        int port = parts.group(2) == null ? 0 : Ports.checked(Integer.parseInt(parts.group(2)));
        return new Misconfiguration(Mistake.SWAPPED_ENDPOINTS, parts.group(1), port, null);
    }

    /**
     * The name resolves to these addresses, in this order: at the operation {@code resolve} of a network target.
     *
     * @param addresses one or more, as numbers: {@code 10.0.0.5}, {@code fd00::1}; nothing is looked up
     * @throws IllegalArgumentException if there is none, or one of them is no address
     */
    public static Misconfiguration resolvesTo(String... addresses) {
        if (addresses.length == 0) {
            throw new IllegalArgumentException(
                    "A name that resolves to nothing is Failure.network(NetworkError.UNKNOWN_HOST); give one address or"
                            + " more, for example 10.0.0.5");
        }
        String all = Arrays.stream(addresses).map(Addresses::checked).collect(Collectors.joining(", "));
        return new Misconfiguration(Mistake.OTHER_ADDRESSES, all, 0, null);
    }

    /** The mistake. */
    public Mistake mistake() {
        return mistake;
    }

    /** The wrong host or Region, the other endpoint's host, or the other addresses with commas, if one was chosen. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** The wrong port, or the other endpoint's, if one was chosen. */
    public OptionalInt port() {
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** Who issues the certificates that the client meets, if one was chosen. */
    public Optional<Issuer> issuer() {
        return Optional.ofNullable(issuer);
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
        String chosen = value == null ? "" : " " + value;
        String at = port == 0 ? "" : (value == null ? " " : ":") + port;
        String from = issuer == null ? "" : " issued by " + issuer.describe();
        return "misconfiguration " + mistake.word() + chosen + at + from;
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
