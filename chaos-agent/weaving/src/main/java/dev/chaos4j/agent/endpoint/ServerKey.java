package dev.chaos4j.agent.endpoint;

import java.net.Socket;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Has a certificate for every host that a client asks for, made when it does. An alias is a host. Thread-safe. */
final class ServerKey extends X509ExtendedKeyManager {

    private static final String EC = "EC";

    private final Presented presented;
    private final String usual;
    private final Map<String, KeyStore.PrivateKeyEntry> made = new ConcurrentHashMap<>();

    /**
     * Certificates of these kinds.
     *
     * @param usual the host of clients that do not name one
     */
    ServerKey(Presented presented, String usual) {
        this.presented = presented;
        this.usual = usual;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return keyType.equals(EC) ? asked(socket) : null;
    }

    private String asked(@Nullable Socket socket) {
        if (socket instanceof SSLSocket tls && tls.getHandshakeSession() instanceof ExtendedSSLSession session) {
            for (SNIServerName name : session.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName();
                }
            }
        }
        return usual;
    }

    private KeyStore.PrivateKeyEntry of(String host) {
        return made.computeIfAbsent(host, presented::to);
    }

    @Override
    public X509Certificate[] getCertificateChain(String host) {
        return Stream.of(of(host).getCertificateChain())
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String host) {
        return of(host).getPrivateKey();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return keyType.equals(EC) ? new String[] {usual} : new String[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
