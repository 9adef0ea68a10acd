package dev.chaos4j.agent.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** The extensions of a certificate, as RFC 5280 asks for them. */
final class Extensions {

    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    /** What an extension of a key identifier is wrapped in: two octet strings, each with a tag and a short length. */
    private static final int WRAPPING = 4;

    private Extensions() {}

    /** Those of an authority. */
    static byte[] ofAuthority() {
        return Der.sequence(
                critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes())), critical(KEY_USAGE, Der.bits(2, (byte) 0x04)));
    }

    /** Those of a server of this host. */
    static byte[] ofServer(String host, X509Certificate issuer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(critical(BASIC_CONSTRAINTS, Der.sequence()));
        all.writeBytes(critical(KEY_USAGE, Der.bits(7, (byte) 0x80)));
        all.writeBytes(plain(EXTENDED_KEY_USAGE, Der.sequence(Der.oid(SERVER))));
        all.writeBytes(plain(ALTERNATIVE_NAME, Der.sequence(name(host))));
        byte[] key = issuer.getExtensionValue(SUBJECT_KEY);
        if (key != null && key.length > WRAPPING) {
            byte[] id = Arrays.copyOfRange(key, WRAPPING, key.length);
            all.writeBytes(plain(AUTHORITY_KEY, Der.sequence(Der.implicit(0, id))));
        }
        return Der.sequence(all.toByteArray());
    }

    private static byte[] name(String host) {
        byte[] address = Addresses.bytesOf(host);
        return address == null
                ? Der.implicit(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII))
                : Der.implicit(IP_ADDRESS, address);
    }

    private static byte[] plain(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value));
    }
}
