package dev.chaos4j.junit;

import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.junit.internal.BadValue;
import dev.chaos4j.junit.internal.Where;
import dev.chaos4j.target.Target;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link Misconfigure} says. */
final class MisconfigurationValues {

    /** Mistakes that only clients of AWS can make. */
    private static final Set<Mistake> OF_AWS =
            EnumSet.of(Mistake.WRONG_REGION, Mistake.EXPIRED_CREDENTIALS, Mistake.WRONG_ACCOUNT);

    /** The domains of AWS's public endpoints, in all its partitions. */
    private static final Pattern AWS_HOST = Pattern.compile(".*\\.(amazonaws\\..*|api\\.aws)");

    private static final Pattern URL = Pattern.compile("(?:[a-z]+://)?([^/:]+)(?::[0-9]*)?(?:/.*)?");

    private MisconfigurationValues() {}

    /** The wrong setting. */
    static Misconfiguration fault(Misconfigure from) {
        Issuer issuer = issuer(from);
        if (issuer != null) {
            return issued(from.as(), issuer);
        }
        return from.value().isEmpty() ? typical(from.as()) : chosen(from);
    }

    private static Misconfiguration chosen(Misconfigure from) {
        String value = from.value();
        try {
            return switch (from.as()) {
                case WRONG_HOST -> Misconfiguration.wrongHost(value);
                case WRONG_PORT -> Misconfiguration.wrongPort(Integer.parseInt(value));
                case WRONG_REGION -> Misconfiguration.wrongRegion(value);
                case SWAPPED_ENDPOINTS -> Misconfiguration.swappedWith(value);
                case OTHER_ADDRESSES -> Misconfiguration.resolvesTo(value.split(","));
                default -> throw new IllegalArgumentException(from.as() + " has no value; leave it out");
            };
        } catch (NumberFormatException noNumber) {
            throw BadValue.text("value", value, "'" + value + "' is not a port; write a number from 1 to 65535", null);
        } catch (IllegalArgumentException refused) {
            throw BadValue.text("value", value, String.valueOf(refused.getMessage()), null);
        }
    }

    private static Misconfiguration typical(Mistake mistake) {
        if (mistake.needsIssuer()) {
            throw BadValue.combination(
                    "as = " + mistake,
                    "a client that does not know who issued a certificate says only that; give an issuer that it trusts:"
                            + " issuer = \"test-ca.p12\", issuerPasswordFrom = \"TEST_CA_PASSWORD\"");
        }
        if (mistake == Mistake.SWAPPED_ENDPOINTS) {
            throw BadValue.combination(
                    "as = " + mistake, "it needs the other endpoint; give it with value = \"replica.db.example:5433\"");
        }
        if (mistake == Mistake.OTHER_ADDRESSES) {
            throw BadValue.combination(
                    "as = " + mistake, "it needs the addresses; give them with value = \"10.0.0.5, ::1\"");
        }
        return Misconfiguration.of(mistake);
    }

    private static Misconfiguration issued(Mistake mistake, Issuer issuer) {
        try {
            return Misconfiguration.of(mistake, issuer);
        } catch (IllegalArgumentException refused) {
            throw BadValue.combination("as = " + mistake + ", issuer", String.valueOf(refused.getMessage()));
        }
    }

    private static @Nullable Issuer issuer(Misconfigure from) {
        if (from.issuer().isEmpty() && from.issuerPasswordFrom().isEmpty()) {
            return null;
        }
        if (from.issuer().isEmpty() || from.issuerPasswordFrom().isEmpty()) {
            throw BadValue.combination(
                    from.issuer().isEmpty() ? "issuerPasswordFrom" : "issuer",
                    "issuer and issuerPasswordFrom belong together; give both");
        }
        return Issuer.keyStore(from.issuer(), from.issuerPasswordFrom());
    }

    /** Whose setting is wrong. */
    static Target target(Misconfigure from) {
        long given = Stream.of(from.endpoint(), from.http(), from.aws(), from.connection())
                .filter(text -> !text.isEmpty())
                .count();
        if (given != 1) {
            throw BadValue.combination(
                    given == 0 ? "" : "endpoint, http, aws, connection",
                    (given == 0 ? "it does not say whose setting is wrong" : "a fault has one target")
                            + "; give one of endpoint = \"s3.us-east-1.amazonaws.com\", http = \"inventory.*\","
                            + " aws = \"s3\" or connection = \"db.*:5432\"");
        }
        return from.endpoint().isEmpty()
                ? new Where(void.class, "*", "", from.http(), from.aws(), from.connection()).target(Misconfigure.class)
                : ofEndpoint(from.endpoint(), from.as());
    }

    private static Target ofEndpoint(String endpoint, Mistake mistake) {
        try {
            if (OF_AWS.contains(mistake)
                    || AWS_HOST.matcher(endpoint.toLowerCase(Locale.ROOT)).matches()) {
                return Target.aws("*").host(withBuckets(endpoint));
            }
            return Target.http().host(endpoint);
        } catch (IllegalArgumentException refused) {
            throw BadValue.text("endpoint", endpoint, String.valueOf(refused.getMessage()), hostOf(endpoint));
        }
    }

    private static @Nullable String hostOf(String url) {
        Matcher parts = URL.matcher(url);
        return parts.matches() ? parts.group(1) : null;
    }

    /** A bucket's own host is a name under the endpoint. */
    private static String withBuckets(String endpoint) {
        boolean exact = endpoint.matches("[^*?{}]*");
        return exact ? "{" + endpoint + ",*." + endpoint + "}" : endpoint;
    }
}
