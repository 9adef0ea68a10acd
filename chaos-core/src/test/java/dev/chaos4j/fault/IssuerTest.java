package dev.chaos4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The key stores were made with keytool; their keys are trusted by nobody. */
class IssuerTest {

    private static final String STORES = "src/test/resources/issuers/";
    private static final String PASSWORD_FROM = "chaos4j.test.issuer.password";

    static {
        System.setProperty(PASSWORD_FROM, "changeit");
    }

    private static Issuer issuer(String store) {
        return Issuer.keyStore(STORES + store, PASSWORD_FROM);
    }

    private static X509Certificate certificate(KeyStore.PrivateKeyEntry entry) {
        return (X509Certificate) entry.getCertificate();
    }

    @Test
    void readsTheOnlyKeyOfAStore() {
        KeyStore.PrivateKeyEntry entry = issuer("authority.p12").open();

        assertThat(certificate(entry).getSubjectX500Principal().getName()).isEqualTo("CN=authority");
        assertThat(entry.getPrivateKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void readsTheKeyOfAnAlias() {
        KeyStore.PrivateKeyEntry entry = issuer("two.p12").alias("second").open();

        assertThat(certificate(entry).getSubjectX500Principal().getName()).isEqualTo("CN=second");
        assertThat(entry.getPrivateKey().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void takesObjectsOfJava() {
        KeyStore.PrivateKeyEntry entry = issuer("authority.p12").open();

        Issuer issuer = Issuer.of(certificate(entry), entry.getPrivateKey());

        assertThat(issuer.open().getCertificate()).isEqualTo(entry.getCertificate());
        assertThat(issuer.describe()).isEqualTo("CN=authority");
        assertThat(issuer.path()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> issuer.alias("ca"))
                .withMessage("An alias belongs to a key store; use Issuer.keyStore(...)");
    }

    @Test
    void refusesTheKeyOfAnother() {
        KeyStore.PrivateKeyEntry one = issuer("authority.p12").open();
        KeyStore.PrivateKeyEntry other = issuer("two.p12").alias("first").open();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Issuer.of(certificate(one), other.getPrivateKey()))
                .withMessage("The certificate 'CN=authority' has a key that does not belong to its certificate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leaf.p12 | holds no certificate authority",
                "curve.p12 | use one for RSA or EC",
                "two.p12 | holds not exactly one key but",
                "none.p12 | There is no key store"
            })
    void saysWhatIsWrongWithAStore(String store, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer(store).open())
                .withMessageContaining(what);
    }

    @Test
    void saysWhichKeysThereAreIfAnAliasIsNotAmongThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer("authority.p12").alias("other").open())
                .withMessage("The issuer's key store " + STORES
                        + "authority.p12 holds no key named 'other' but ca; choose one with its alias");
    }

    @Test
    void saysWhereThePasswordIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Issuer.keyStore(STORES + "authority.p12", "NO_SUCH_VARIABLE")
                        .open())
                .withMessage(
                        "This JVM has no system property or environment variable 'NO_SUCH_VARIABLE', which is to hold"
                                + " the password of the issuer's key store " + STORES + "authority.p12");
    }

    @Test
    void saysThatAPasswordIsWrong() {
        System.setProperty("chaos4j.test.wrong.password", "wrong");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Issuer.keyStore(STORES + "authority.p12", "chaos4j.test.wrong.password")
                        .open())
                .withMessageStartingWith("The issuer's key store "
                        + Path.of(STORES, "authority.p12").toAbsolutePath()
                        + " cannot be read with the password from 'chaos4j.test.wrong.password'");
    }

    @Test
    void refusesBlankNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> Issuer.keyStore(" ", "A"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Issuer.keyStore("a.p12", ""))
                .withMessage(
                        "The name of the variable with the password of an issuer's key store must not be blank; for"
                                + " example TEST_CA_PASSWORD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer("two.p12").alias(" "))
                .withMessage("The alias of an issuer must not be blank; for example test-ca");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mistake.class,
            names = {"EXPIRED_CERTIFICATE", "NOT_YET_VALID_CERTIFICATE", "WRONG_CERTIFICATE_NAME"})
    void mistakesAboutTrustedCertificatesNeedOne(Mistake mistake) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.of(mistake))
                .withMessageContaining("needs an issuer that the client trusts")
                .withMessageContaining("Misconfiguration.of(Mistake." + mistake + ", Issuer.keyStore(");
        assertThat(Misconfiguration.of(mistake, issuer("authority.p12")).describe())
                .isEqualTo("misconfiguration " + mistake.word() + " issued by " + STORES + "authority.p12");
    }

    @Test
    void makesNoDifferenceToOtherMistakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Misconfiguration.of(Mistake.UNTRUSTED_CERTIFICATE, issuer("authority.p12")))
                .withMessage("An issuer makes no difference to 'untrusted-certificate'; use"
                        + " Misconfiguration.of(Mistake.UNTRUSTED_CERTIFICATE)");
    }
}
