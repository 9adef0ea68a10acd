package dev.chaos4j.servers.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Who a server says it is.
 *
 * @param key its key
 * @param certificate its certificate
 * @param issuer the authority's certificate
 */
public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

    private static final char[] PASSWORD = "test".toCharArray();

    String keyPem() {
        return Pem.of(key);
    }

    String certificatePem() {
        return Pem.of(certificate);
    }

    /** What a server in Java is set up with. */
    SSLContext serverContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, PASSWORD, new Certificate[] {certificate, issuer});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
