package dev.chaos4j.fault;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority of tests, which the client trusts: it issues the certificates that clients meet at a
 * misconfigured endpoint. Use one made for tests, never one that anything else trusts. Immutable; a key store is read
 * when the first certificate is needed, in the JVM where the fault is injected.
 */
public final class Issuer {

    private static final Set<String> ALGORITHMS = Set.of("RSA", "EC");

    private final KeyStore.@Nullable PrivateKeyEntry entry;
    private final @Nullable KeyStoreFile file;

    private Issuer(KeyStore.@Nullable PrivateKeyEntry entry, @Nullable KeyStoreFile file) {
        this.entry = entry;
        this.file = file;
    }

    /**
     * This authority. It cannot be written to a file.
     *
     * @param certificate the authority's own
     * @param key its private key, for RSA or EC
     * @throws IllegalArgumentException if the certificate is not that of an authority, or the key is another's or of
     *     another kind
     */
    public static Issuer of(X509Certificate certificate, PrivateKey key) {
        String subject = certificate.getSubjectX500Principal().getName();
        return new Issuer(checked(certificate, key, "The certificate '" + subject + "'"), null);
    }

    /**
     * The authority in a PKCS#12 key store.
     *
     * @param path the file, from the working directory of the JVM in which the fault is injected
     * @param passwordFrom the name of the system property or, if there is none, the environment variable that holds the
     *     password
     * @throws IllegalArgumentException if one of them is blank
     */
    public static Issuer keyStore(String path, String passwordFrom) {
        return new Issuer(null, new KeyStoreFile(path, passwordFrom, null));
    }

    /**
     * This issuer, by the name it has in its key store: for a store with several keys.
     *
     * @throws IllegalArgumentException if the alias is blank
     * @throws IllegalStateException if it does not come from a key store
     */
    public Issuer alias(String alias) {
        if (file == null) {
            throw new IllegalStateException("An alias belongs to a key store; use Issuer.keyStore(...)");
        }
        return new Issuer(null, new KeyStoreFile(file.path(), file.passwordFrom(), alias));
    }

    /** The key store's file; empty for one given by its certificate. */
    public Optional<String> path() {
        return Optional.ofNullable(file).map(KeyStoreFile::path);
    }

    /** The system property or environment variable that holds the key store's password. */
    public Optional<String> passwordFrom() {
        return Optional.ofNullable(file).map(KeyStoreFile::passwordFrom);
    }

    /** The name that it has in its key store, if one was chosen. */
    public Optional<String> alias() {
        return Optional.ofNullable(file).map(KeyStoreFile::alias);
    }

    /**
     * Its certificate and key; reads the key store, if it comes from one.
     *
     * @throws IllegalArgumentException if there is no such key store, password or authority; the message says what to do
     */
    public KeyStore.PrivateKeyEntry open() {
        if (entry != null) {
            return entry;
        }
        KeyStore.PrivateKeyEntry read = read();
        return checked((X509Certificate) read.getCertificate(), read.getPrivateKey(), "The key store " + describe());
    }

    private KeyStore.PrivateKeyEntry read() {
        if (file == null) {
            throw new IllegalStateException("An issuer is one or the other");
        }
        return file.read();
    }

    private static KeyStore.PrivateKeyEntry checked(X509Certificate certificate, PrivateKey key, String what) {
        if (certificate.getBasicConstraints() < 0) {
            throw new IllegalArgumentException(
                    what + " holds no certificate authority, so no client would trust what it"
                            + " issues; make one with keytool -genkeypair -keyalg EC -ext bc:critical=ca:true");
        }
        if (!ALGORITHMS.contains(key.getAlgorithm())) {
            throw new IllegalArgumentException(
                    what + " has a key for " + key.getAlgorithm() + "; use one for RSA or EC");
        }
        if (!belongs(key, certificate)) {
            throw new IllegalArgumentException(what + " has a key that does not belong to its certificate");
        }
        return new KeyStore.PrivateKeyEntry(key, new Certificate[] {certificate});
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        byte[] sample = {1, 2, 3};
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** In a few words, without any password. */
    public String describe() {
        return file != null
                ? file.path()
                : ((X509Certificate) open().getCertificate())
                        .getSubjectX500Principal()
                        .getName();
    }

    @Override
    public String toString() {
        return describe();
    }
}
