package dev.chaos4j.agent.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;

/** Issues certificates of servers. Immutable, thread-safe. */
public final class Authority {

    private static final BigInteger VERSION_3 = BigInteger.TWO;
    private static final int SERIAL_BYTES = 8;
    private static final X500Principal SERVER = new X500Principal("CN=server,O=Chaos4j");

    private final PrivateKey key;
    private final X509Certificate certificate;

    private Authority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** The authority of this key, for RSA or EC, and certificate. */
    public static Authority of(KeyStore.PrivateKeyEntry entry) {
        return new Authority(entry.getPrivateKey(), (X509Certificate) entry.getCertificate());
    }

    /** A new one, which nobody trusts. */
    public static Authority untrusted() {
        try {
            return selfSigned(newKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This JVM cannot make a certificate: " + impossible, impossible);
        }
    }

    /** One of this pair of keys, for RSA or EC. */
    static Authority selfSigned(KeyPair pair) throws GeneralSecurityException {
        String own = "CN=unknown authority " + serial(pair.getPublic()).toString(16) + ",O=Chaos4j";
        X500Principal name = new X500Principal(own);
        byte[] tbs = unsigned(
                name, name, Validity.VALID, pair.getPublic(), algorithm(pair.getPrivate()), Extensions.ofAuthority());
        return new Authority(pair.getPrivate(), signed(tbs, pair.getPrivate()));
    }

    /** Its certificate and key. */
    public KeyStore.PrivateKeyEntry entry() {
        return new KeyStore.PrivateKeyEntry(key, new Certificate[] {certificate});
    }

    /**
     * A new key for a server, on the curve P-256, and its certificate with that of this authority.
     *
     * @param host a name, or an address written as numbers
     * @throws IllegalStateException if this JVM cannot sign with the authority's key
     */
    public KeyStore.PrivateKeyEntry issue(String host, Validity validity) {
        try {
            KeyPair pair = newKey();
            byte[] tbs = unsigned(
                    SERVER,
                    certificate.getSubjectX500Principal(),
                    validity,
                    pair.getPublic(),
                    algorithm(key),
                    Extensions.ofServer(host, certificate));
            return new KeyStore.PrivateKeyEntry(pair.getPrivate(), new Certificate[] {signed(tbs, key), certificate});
        } catch (GeneralSecurityException unable) {
            throw new IllegalStateException(
                    "Cannot issue a certificate with the key of " + certificate.getSubjectX500Principal() + ": "
                            + unable,
                    unable);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** All but the signature. */
    private static byte[] unsigned(
            X500Principal subject,
            X500Principal issuer,
            Validity validity,
            PublicKey key,
            byte[] algorithm,
            byte[] extensions)
            throws GeneralSecurityException {
        return Der.sequence(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(serial(key)),
                algorithm,
                issuer.getEncoded(),
                validity.encoded(),
                subject.getEncoded(),
                key.getEncoded(),
                Der.explicit(3, extensions));
    }

    /** Keys are new, so that what is made of one is used once. */
    private static BigInteger serial(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return new BigInteger(1, Arrays.copyOf(digest, SERIAL_BYTES)).setBit(0);
    }

    private static X509Certificate signed(byte[] unsigned, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(isEc(key) ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(unsigned);
        byte[] whole = Der.sequence(unsigned, algorithm(key), Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] algorithm(PrivateKey key) {
        return isEc(key)
                ? Der.sequence(Der.oid("1.2.840.10045.4.3.2"))
                : Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.nothing());
    }

    private static boolean isEc(PrivateKey key) {
        return key.getAlgorithm().equals("EC");
    }
}
