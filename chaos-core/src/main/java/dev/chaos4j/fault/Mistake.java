package dev.chaos4j.fault;

import java.util.Locale;

/** A mistake in the configuration of an endpoint. */
public enum Mistake {
    /** The host name does not exist: the client cannot resolve it. */
    WRONG_HOST,
    /** The right host, a port where nobody listens. */
    WRONG_PORT,
    /** Another Region of the same service: the service redirects (301) or refuses the signature's Region (400). */
    WRONG_REGION,
    /** Unknown access key or wrong secret: the service answers 403. */
    WRONG_CREDENTIALS,
    /** Credentials that were right once: the service answers that the token expired. */
    EXPIRED_CREDENTIALS,
    /** Another account, which may not see this data: the service answers 403 AccessDenied. */
    WRONG_ACCOUNT,
    /** A bucket, table or path that does not exist: the service answers 404. */
    WRONG_NAME;

    /** The word that scenario files use, for example {@code wrong-region}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
