package dev.chaos4j.agent.endpoint;

import dev.chaos4j.agent.certificate.Authority;
import dev.chaos4j.agent.certificate.Validity;
import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Misconfiguration;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a server presents. Immutable.
 *
 * @param authority who issues them
 * @param otherHost whose they are; null for that of the host that the client asks for
 */
record Presented(
        Authority authority, Validity validity, @Nullable String otherHost) {

    private static final String ELSEWHERE = "elsewhere.invalid";

    /**
     * Those of this mistake; of an authority that nobody trusts if it has no issuer.
     *
     * @throws IllegalArgumentException if the issuer cannot be read; the message says what to do
     */
    static Presented by(Misconfiguration wrong) {
        Authority authority =
                wrong.issuer().map(Issuer::open).map(Authority::of).orElseGet(Authority::untrusted);
        return switch (wrong.mistake()) {
            case EXPIRED_CERTIFICATE -> new Presented(authority, Validity.EXPIRED, null);
            case NOT_YET_VALID_CERTIFICATE -> new Presented(authority, Validity.NOT_YET_VALID, null);
            case WRONG_CERTIFICATE_NAME -> new Presented(authority, Validity.VALID, ELSEWHERE);
            default -> new Presented(authority, Validity.VALID, null);
        };
    }

    /** A new one for this host, and its key. */
    KeyStore.PrivateKeyEntry to(String host) {
        return authority.issue(otherHost == null ? host : otherHost, validity);
    }
}
