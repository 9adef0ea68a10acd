package dev.chaos4j.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.certificate.Authority;
import dev.chaos4j.agent.client.contract.Seen;
import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real handshakes with the client's real trust settings, and the same client works again when the fault is disarmed. */
@Timeout(60)
class WrongCertificateIT {

    private static final Authority AUTHORITY = Authority.untrusted();
    private static final Issuer TRUSTED = issuer(AUTHORITY.entry());
    private static final String HOST = "localhost";

    private final SecureServer server = new SecureServer(AUTHORITY);
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    private static Issuer issuer(KeyStore.PrivateKeyEntry entry) {
        return Issuer.of((X509Certificate) entry.getCertificate(), entry.getPrivateKey());
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        server.close();
    }

    private NetworkTarget there() {
        return Target.network().host(HOST).port(server.port());
    }

    /** What the client sees of it, which works before and after. */
    private Seen seen(SecureClient.Kind kind, Misconfiguration wrong) throws Exception {
        try (SecureClient client = kind.open(SecureClient.trusting(AUTHORITY))) {
            Seen seen;
            try (ActiveFault armed = session.arm(wrong, there())) {
                seen = Seen.of(() -> client.get(HOST, server.port()));
                assertThat(armed.status().notApplied()).isEmpty();
                assertThat(armed.fired()).isPositive();
            }
            assertThat(client.get(HOST, server.port())).isEqualTo(SecureServer.PAGE);
            return seen;
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(SecureClient.Kind.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(
                                kind,
                                Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, TRUSTED),
                                "java.security.cert.CertificateExpiredException: NotAfter: "),
                        Arguments.of(
                                kind,
                                Misconfiguration.of(Mistake.NOT_YET_VALID_CERTIFICATE, TRUSTED),
                                "java.security.cert.CertificateNotYetValidException: NotBefore: "),
                        Arguments.of(
                                kind,
                                Misconfiguration.of(Mistake.WRONG_CERTIFICATE_NAME, TRUSTED),
                                "java.security.cert.CertificateException: No subject alternative DNS name matching"
                                        + " localhost found"),
                        Arguments.of(
                                kind,
                                Misconfiguration.of(Mistake.UNTRUSTED_CERTIFICATE),
                                "unable to find valid certification path to requested target"),
                        Arguments.of(
                                kind,
                                Misconfiguration.of(Mistake.OLD_TLS),
                                "The server selected protocol version TLS11 is not accepted by client preferences"
                                        + " [TLS13, TLS12]")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theClientSaysWhatItDoesNotAccept(SecureClient.Kind kind, Misconfiguration wrong, String cause)
            throws Exception {
        Seen seen = seen(kind, wrong);

        assertThat(seen.has("javax.net.ssl.SSLHandshakeException: "))
                .as(seen.toString())
                .isTrue();
        assertThat(seen.has(cause)).as(seen.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SecureClient.Kind.class)
    void aPortWithoutTlsIsSeenAsSuch(SecureClient.Kind kind) throws Exception {
        Seen seen = seen(kind, Misconfiguration.of(Mistake.WRONG_SCHEME));

        assertThat(Stream.of(
                        "javax.net.ssl.SSLException: Unsupported or unrecognized SSL message",
                        "javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?",
                        "io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record"))
                .as(seen.toString())
                .anyMatch(seen::has);
    }

    @ParameterizedTest
    @EnumSource(SecureClient.Kind.class)
    void aServerOfAnotherProtocolIsSeenAsSuch(SecureClient.Kind kind) throws Exception {
        Seen seen = seen(kind, Misconfiguration.of(Mistake.OTHER_PROTOCOL));

        assertThat(Stream.of(
                        "javax.net.ssl.SSLException: Unsupported or unrecognized SSL message",
                        "javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?",
                        "io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record"))
                .as(seen.toString())
                .anyMatch(seen::has);
    }

    @ParameterizedTest
    @EnumSource(SecureClient.Kind.class)
    void aWrongPathIsAnsweredOverTlsWithACertificateInOrder(SecureClient.Kind kind) throws Exception {
        Seen seen = seen(kind, Misconfiguration.of(Mistake.WRONG_PATH, TRUSTED));

        assertThat(Stream.of("404", "java.io.FileNotFoundException"))
                .as(seen.toString())
                .anyMatch(seen::has);
    }

    @Test
    void aClientThatAcceptsEverythingIsToldSo() throws Exception {
        session.arm(Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, TRUSTED), there());
        try (SecureClient careless = SecureClient.Kind.SOCKET.open(new TrustManager[] {new Careless()})) {
            assertThat(careless.get(HOST, server.port())).isEqualTo("HTTP/1.1 421");
        }
    }

    @Test
    void aDriverOfPostgresMeetsTheCertificate() throws Exception {
        session.arm(Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, TRUSTED), there());
        SSLSocketFactory tls =
                SecureClient.context(SecureClient.trusting(AUTHORITY)).getSocketFactory();
        try (Socket plain = new Socket(HOST, server.port())) {
            plain.getOutputStream().write(new byte[] {0, 0, 0, 8, 4, (byte) 0xD2, 0x16, 0x2F});
            assertThat(plain.getInputStream().read()).isEqualTo('S');
            try (SSLSocket secure = (SSLSocket) tls.createSocket(plain, HOST, server.port(), true)) {
                assertThatExceptionOfType(SSLHandshakeException.class)
                        .isThrownBy(secure::startHandshake)
                        .withRootCauseInstanceOf(CertificateExpiredException.class);
            }
        }
    }

    @Test
    void theCertificateIsThatOfTheServerNameTheClientAsksFor() throws Exception {
        session.arm(Misconfiguration.of(Mistake.WRONG_PATH, TRUSTED), there());
        SSLSocketFactory tls =
                SecureClient.context(SecureClient.trusting(AUTHORITY)).getSocketFactory();
        try (SSLSocket socket = (SSLSocket) tls.createSocket(HOST, server.port())) {
            SSLParameters settings = socket.getSSLParameters();
            settings.setServerNames(List.of(new SNIHostName("shop.example")));
            socket.setSSLParameters(settings);

            socket.startHandshake();

            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, "shop.example"));
        }
    }

    @Test
    void anIssuerThatCannotBeReadIsReportedAndTheConnectionProceeds() throws Exception {
        Issuer missing = Issuer.keyStore("no-such-store.p12", "java.version");
        try (SecureClient client = SecureClient.Kind.SOCKET.open(SecureClient.trusting(AUTHORITY));
                ActiveFault armed = session.arm(Misconfiguration.of(Mistake.EXPIRED_CERTIFICATE, missing), there())) {
            assertThat(client.get(HOST, server.port())).isEqualTo(SecureServer.PAGE);

            assertThat(armed.status().notApplied())
                    .singleElement()
                    .asString()
                    .contains("There is no key store", "no-such-store.p12 of the issuer");
        }
    }

    /** Accepts everything, as careless clients do. */
    private static final class Careless extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
