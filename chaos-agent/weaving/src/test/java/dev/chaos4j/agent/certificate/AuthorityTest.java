package dev.chaos4j.agent.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {

    private final Authority authority = Authority.untrusted();

    private static X509Certificate certificate(KeyStore.PrivateKeyEntry entry) {
        return (X509Certificate) entry.getCertificate();
    }

    /** As the JDK's path validation sees it, to which the issuer is trusted. */
    private static void validate(KeyStore.PrivateKeyEntry server, X509Certificate trusted) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted, null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(server.getCertificate())),
                        parameters);
    }

    @Test
    void issuesWhatTheJdkAcceptsOfATrustedIssuer() throws Exception {
        KeyStore.PrivateKeyEntry server = authority.issue("shop.example", Validity.VALID);

        validate(server, certificate(authority.entry()));

        X509Certificate certificate = certificate(server);
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSerialNumber()).isPositive();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()[0]).as("digital signature").isTrue();
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.getCertificateChain()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, 2, shop.example",
        "127.0.0.1, 7, 127.0.0.1",
        "0:0:0:0:0:0:0:1, 7, 0:0:0:0:0:0:0:1",
        "1.2.3.example, 2, 1.2.3.example"
    })
    void namesTheHostAsClientsLookForIt(String host, int kind, String name) throws Exception {
        X509Certificate certificate = certificate(authority.issue(host, Validity.VALID));

        assertThat(certificate.getSubjectAlternativeNames()).singleElement().isEqualTo(List.of(kind, name));
    }

    @Test
    void isNoLongerValid() {
        KeyStore.PrivateKeyEntry server = authority.issue("shop.example", Validity.EXPIRED);

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(server, certificate(authority.entry())))
                .withRootCauseInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void isNotYetValid() {
        KeyStore.PrivateKeyEntry server = authority.issue("shop.example", Validity.NOT_YET_VALID);

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(server, certificate(authority.entry())))
                .withRootCauseInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void isNotTrustedByThoseWhoTrustAnother() {
        KeyStore.PrivateKeyEntry server = authority.issue("shop.example", Validity.VALID);

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(
                        () -> validate(server, certificate(Authority.untrusted().entry())));
    }

    @Test
    void signsWithKeysOfRsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Authority rsa = Authority.selfSigned(generator.generateKeyPair());

        KeyStore.PrivateKeyEntry server = rsa.issue("shop.example", Validity.VALID);

        assertThat(certificate(server).getSigAlgName()).isEqualTo("SHA256withRSA");
        validate(server, certificate(rsa.entry()));
    }

    /** Another library's eyes. */
    @Test
    void isReadTheSameWayByAnotherLibrary() throws Exception {
        KeyStore.PrivateKeyEntry server = authority.issue("shop.example", Validity.VALID);
        X509CertificateHolder read =
                new X509CertificateHolder(server.getCertificate().getEncoded());
        X509CertificateHolder issuer =
                new X509CertificateHolder(authority.entry().getCertificate().getEncoded());

        assertThat(read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer)))
                .isTrue();
        assertThat(read.getEncoded())
                .as("its own DER")
                .isEqualTo(read.toASN1Structure().getEncoded("DER"));
        assertThat(read.isValidOn(Date.from(Instant.parse("2026-01-01T00:00:00Z"))))
                .isTrue();
        assertThat(GeneralNames.fromExtensions(read.getExtensions(), Extension.subjectAlternativeName)
                        .getNames())
                .containsExactly(new GeneralName(GeneralName.dNSName, "shop.example"));
        assertThat(ExtendedKeyUsage.fromExtensions(read.getExtensions()).hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth))
                .isTrue();
        assertThat(BasicConstraints.fromExtensions(issuer.getExtensions()).isCA())
                .isTrue();
    }

    @Test
    void serialNumbersDiffer() {
        assertThat(certificate(authority.issue("a", Validity.VALID)).getSerialNumber())
                .isNotEqualTo(certificate(authority.issue("a", Validity.VALID)).getSerialNumber());
    }

    @Test
    void longContentHasALongLength() throws Exception {
        byte[] content = new byte[70_000];
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write(new byte[] {0x04, (byte) 0x83, 0x01, 0x11, 0x70});
        expected.write(content);

        assertThat(Der.octets(content)).isEqualTo(expected.toByteArray());
        assertThat(Der.octets(new byte[127])).startsWith(0x04, 127);
        assertThat(Der.octets(new byte[128])).startsWith(0x04, 0x81, 128);
        assertThat(Der.octets(new byte[256])).startsWith(0x04, 0x82, 1, 0);
    }

    @Test
    void identifiersAreInGroupsOfSevenBits() {
        assertThat(Der.oid("1.2.840.113549"))
                .isEqualTo(new byte[] {0x06, 6, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D});
        assertThat(Der.oid("2.5.29.0")).isEqualTo(new byte[] {0x06, 3, 0x55, 0x1D, 0});
        assertThat(Der.oid("2.5.29.127")).endsWith(127);
        assertThat(Der.oid("2.5.29.128")).endsWith(0x81, 0);
    }

    @Test
    void theChainIsWhatTheServerSends() {
        KeyStore.PrivateKeyEntry server = authority.issue("shop.example", Validity.VALID);

        Certificate[] chain = server.getCertificateChain();

        assertThat(chain[1]).isEqualTo(authority.entry().getCertificate());
    }
}
