package dev.chaos4j.scope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries the request id from one process to the next in the W3C {@code baggage} header (W3C Recommendation "Propagation
 * format for distributed context: Baggage"), as the member {@value #KEY}. Off by default: a client adapter writes the
 * header only with {@code -Dchaos4j.baggage=true}, and only while something is armed or observed at it. Stateless and
 * thread-safe.
 *
 * <p>A server that wants to join in opens the context itself, for example in a filter:
 *
 * <pre>{@code
 * Optional<String> id = Baggage.requestId(exchange.getRequestHeaders().getOrDefault("Baggage", List.of()));
 * try (var stay = ChaosContext.enter(id.map(ChaosContext::ofRequest).orElse(null))) {
 *     handle(exchange);
 * }
 * }</pre>
 */
public final class Baggage {

    /** The name of the header. */
    public static final String HEADER = "baggage";

    /** The name of our member. */
    public static final String KEY = "chaos4j-request";

    /** The system property that turns writing on, with the value {@code true}. */
    public static final String PROPERTY = "chaos4j.baggage";

    private static final String NOT_IN_VALUES = " \",;\\%";

    private Baggage() {}

    /** Whether client adapters write the header: {@code -Dchaos4j.baggage=true}, read at each call. */
    public static boolean isWritten() {
        return Boolean.getBoolean(PROPERTY);
    }

    /**
     * The request id in the baggage of an incoming request.
     *
     * @param headers the values of all headers of that name; none is fine, and so are malformed members
     */
    public static Optional<String> requestId(Collection<String> headers) {
        return members(headers)
                .filter(Baggage::isOurs)
                .map(Baggage::value)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /**
     * One header value that says what {@code headers} say, and this request id.
     *
     * @param headers the baggage that the outgoing request has already; other members are kept as they are
     */
    public static String with(Collection<String> headers, String requestId) {
        return Stream.concat(
                        members(headers).filter(member -> !isOurs(member)), Stream.of(KEY + "=" + encoded(requestId)))
                .collect(Collectors.joining(","));
    }

    private static Stream<String> members(Collection<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(member -> !member.isEmpty());
    }

    private static boolean isOurs(String member) {
        int equals = member.indexOf('=');
        return equals > 0 && member.substring(0, equals).strip().equals(KEY);
    }

    /** The decoded value of a member, without its properties. */
    private static String value(String member) {
        int end = member.indexOf(';');
        String value = member.substring(member.indexOf('=') + 1, end < 0 ? member.length() : end);
        return decoded(value.strip());
    }

    private static String encoded(String text) {
        StringBuilder result = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7f && NOT_IN_VALUES.indexOf(octet) < 0) {
                result.append((char) octet);
            } else {
                result.append('%').append(String.format("%02X", octet & 0xff));
            }
        }
        return result.toString();
    }

    /** Malformed escapes stay as they are; bytes that are no UTF-8 become the replacement character. */
    private static String decoded(String value) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream result = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int escaped = octets[i] == '%' && i + 2 < octets.length ? hex(octets[i + 1], octets[i + 2]) : -1;
            if (escaped < 0) {
                result.write(octets[i]);
            } else {
                result.write(escaped);
                i += 2;
            }
        }
        return result.toString(StandardCharsets.UTF_8);
    }

    /** The octet of two hexadecimal digits, or -1. */
    private static int hex(byte first, byte second) {
        int high = Character.digit(first, 16);
        int low = Character.digit(second, 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
