package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.Misconfiguration;
import org.jspecify.annotations.Nullable;

/** What is really at the other end of a connection with a wrong setting. */
final class WrongEnds {

    private WrongEnds() {}

    /** The endpoint that plays this mistake, or null if it is played without one. */
    static @Nullable Endpoint of(Misconfiguration wrong) {
        return switch (wrong.mistake()) {
            case OTHER_PROTOCOL -> visit -> MailServer::serve;
            case WRONG_SCHEME -> visit -> WrongScheme::serve;
            case OLD_TLS -> visit -> OldTls::serve;
            case EXPIRED_CERTIFICATE, NOT_YET_VALID_CERTIFICATE, WRONG_CERTIFICATE_NAME, UNTRUSTED_CERTIFICATE ->
                new WrongCertificate(wrong);
            case WRONG_PATH, REDIRECT_LOOP, PROXY_REFUSES, PROXY_FAILS -> new WrongPages(wrong);
            default -> null;
        };
    }
}
