package dev.chaos4j.fault;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses of hosts, written as numbers. */
final class Addresses {

    /** Four numbers, or something with a colon, which no host name has: what has this form is never looked up. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    /**
     * The address, without blanks around it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String checked(String address) {
        String trimmed = address.strip();
        try {
            if (NUMBERS.matcher(trimmed).matches()) {
                InetAddress.getByName(trimmed);
                return trimmed;
            }
        } catch (UnknownHostException noAddress) {
            // said below
        }
        throw new IllegalArgumentException(
                "'" + address + "' is not an address; write numbers, for example 10.0.0.5 or fd00::1, and not a name");
    }
}
