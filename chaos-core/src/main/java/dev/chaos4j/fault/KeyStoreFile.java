package dev.chaos4j.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#12 key store on disk that holds the key of an {@link Issuer}.
 *
 * @param passwordFrom the system property or environment variable with the password
 * @param alias which key; null for the only one
 */
record KeyStoreFile(
        String path, String passwordFrom, @Nullable String alias) {

    KeyStoreFile {
        required(path, "The path of an issuer's key store", "test-ca.p12");
        required(
                passwordFrom,
                "The name of the variable with the password of an issuer's key store",
                "TEST_CA_PASSWORD");
        if (alias != null) {
            required(alias, "The alias of an issuer", "test-ca");
        }
    }

    private static void required(String text, String what, String example) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank; for example " + example);
        }
    }

    /**
     * Its key and certificate.
     *
     * @throws IllegalArgumentException if there is none; the message says what to do
     */
    KeyStore.PrivateKeyEntry read() {
        char[] password = password();
        Path file = Path.of(path).toAbsolutePath();
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password);
            return entry(store, password);
        } catch (NoSuchFileException noSuchFile) {
            throw new IllegalArgumentException(
                    "There is no key store " + file + " of the issuer; give the path from the working directory of this"
                            + " JVM, or an absolute one",
                    noSuchFile);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "The issuer's key store " + file + " cannot be read with the password from '" + passwordFrom
                            + "'; it must be PKCS#12: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private char[] password() {
        String property = System.getProperty(passwordFrom);
        String password = property != null ? property : System.getenv(passwordFrom);
        if (password == null) {
            throw new IllegalArgumentException("This JVM has no system property or environment variable '"
                    + passwordFrom + "', which is to hold the password of the issuer's key store " + path);
        }
        return password.toCharArray();
    }

    private KeyStore.PrivateKeyEntry entry(KeyStore store, char[] password) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String each : Collections.list(store.aliases())) {
            if (store.isKeyEntry(each)) {
                keys.add(each);
            }
        }
        String wanted = alias != null ? alias : keys.size() == 1 ? keys.get(0) : "";
        if (store.getEntry(wanted, new KeyStore.PasswordProtection(password))
                instanceof KeyStore.PrivateKeyEntry entry) {
            return entry;
        }
        throw new IllegalArgumentException("The issuer's key store " + path + " holds "
                + (alias == null ? "not exactly one key" : "no key named '" + alias + "'") + " but "
                + (keys.isEmpty() ? "none" : String.join(", ", keys)) + "; choose one with its alias");
    }
}
