package dev.chaos4j.fault;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A mistake in the configuration of an endpoint. */
public enum Mistake {
    /** The host name does not exist: the client cannot resolve it. */
    WRONG_HOST,
    /** The right host, a port where nobody listens. */
    WRONG_PORT,
    /** The right name, the address of a machine that does not answer: silence until the client's own time-out. */
    WRONG_ADDRESS,
    /** The port of a server that speaks something else: its greeting is that of a mail server. */
    OTHER_PROTOCOL,
    /** A plain client meets a port that expects TLS, a TLS client meets one that speaks plain HTTP. */
    WRONG_SCHEME,
    /** A wrong prefix of the path: 404 with a page of HTML where something else was expected. */
    WRONG_PATH,
    /** The server's certificate has expired. */
    EXPIRED_CERTIFICATE,
    /** The server's certificate is not valid yet. */
    NOT_YET_VALID_CERTIFICATE,
    /** The server's certificate is for another host. */
    WRONG_CERTIFICATE_NAME,
    /** The server's certificate comes from an issuer that nobody knows. */
    UNTRUSTED_CERTIFICATE,
    /** The server speaks TLS up to 1.1 only. */
    OLD_TLS,
    /** Each answer redirects to the same place again. */
    REDIRECT_LOOP,
    /** A proxy stands in the way and wants credentials: 407. */
    PROXY_REFUSES,
    /** A proxy stands in the way and reaches nobody: 502. */
    PROXY_FAILS,
    /** The endpoints of two settings are swapped, such as those for reading and for writing. */
    SWAPPED_ENDPOINTS,
    /** The name resolves to other addresses. */
    OTHER_ADDRESSES,
    /** The name resolves to what it resolved to first, although its addresses have changed since. */
    STALE_ANSWER,
    /** Another Region of the same service: the service redirects (301) or refuses the signature's Region (400). */
    WRONG_REGION,
    /** Unknown access key or wrong secret: the service answers 403, a database that the password is wrong. */
    WRONG_CREDENTIALS,
    /** Credentials that were right once: the service answers that the token expired. */
    EXPIRED_CREDENTIALS,
    /** Another account, which may not see this data: the service answers 403 AccessDenied. */
    WRONG_ACCOUNT,
    /** A bucket, table, path or database that does not exist: the service answers 404, a database in its own way. */
    WRONG_NAME,
    /** The right database, a schema that does not exist: its statements find no tables. */
    WRONG_SCHEMA;

    private static final Set<Mistake> OF_TRUSTED_CERTIFICATES =
            EnumSet.of(EXPIRED_CERTIFICATE, NOT_YET_VALID_CERTIFICATE, WRONG_CERTIFICATE_NAME);

    private static final Set<Mistake> OVER_HTTP = EnumSet.of(WRONG_PATH, REDIRECT_LOOP, PROXY_REFUSES, PROXY_FAILS);

    /** The word that scenario files use, for example {@code wrong-region}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether it can be played only with an {@link Issuer} that the client trusts: a client looks at the dates and the
     * name of a certificate only once it knows who issued it.
     */
    public boolean needsIssuer() {
        return OF_TRUSTED_CERTIFICATES.contains(this);
    }

    /** Whether an {@link Issuer} makes a difference: it needs one, or is an answer over HTTP that may go over TLS. */
    public boolean takesIssuer() {
        return needsIssuer() || OVER_HTTP.contains(this);
    }
}
