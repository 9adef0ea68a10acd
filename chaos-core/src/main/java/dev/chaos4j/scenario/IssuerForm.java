package dev.chaos4j.scenario;

import dev.chaos4j.fault.Issuer;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.Scalars;

/** How an {@link Issuer} stands in a file: where its key is, and never its password. */
final class IssuerForm {

    private static final Key<Issuer, String> KEY_STORE =
            Key.required("key-store", Scalars.TEXT, IssuerForm::path, "a PKCS#12 file with the issuer's key");
    private static final Key<Issuer, String> PASSWORD_FROM = Key.required(
            "password-from",
            Scalars.TEXT,
            issuer -> issuer.passwordFrom().orElse(null),
            "the system property or environment variable that holds the password");

    static final Form<Issuer> FORM = ObjectForm.of(
            "an issuer",
            Keys.of(KEY_STORE, PASSWORD_FROM)
                    .optional(
                            "alias",
                            Scalars.TEXT,
                            issuer -> issuer.alias().orElse(null),
                            Issuer::alias,
                            "which key, if the file holds several"),
            at -> Issuer.keyStore(at.need(KEY_STORE), at.need(PASSWORD_FROM)));

    private IssuerForm() {}

    private static String path(Issuer issuer) {
        return issuer.path()
                .orElseThrow(() -> new NotWritableException(
                        "its issuer is given as objects of Java; use Issuer.keyStore(path, passwordFrom)"));
    }
}
