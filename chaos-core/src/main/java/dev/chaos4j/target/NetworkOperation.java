package dev.chaos4j.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a program does at the network, below its client libraries. */
public enum NetworkOperation {
    /** Asking for the addresses of a host name. */
    RESOLVE,
    /** Opening a connection over TCP. */
    CONNECT,
    /** Beginning to speak TLS, as a client. */
    HANDSHAKE,
    /** Reading bytes from an open connection. */
    READ,
    /** Writing bytes to an open connection. */
    WRITE;

    /** The word that scenario files use, for example {@code connect}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The operation of this word.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static NetworkOperation of(String word) {
        for (NetworkOperation each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        List<String> words = Arrays.stream(values()).map(NetworkOperation::word).toList();
        throw new IllegalArgumentException("'" + word + "' is no operation of the network; use one of "
                + String.join(", ", words)
                + Words.nearest(word, words)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }

    /** Whether bytes of open connections pass at this point of the network, which are attempts for nobody. */
    public static boolean isTransfer(InjectionPoint point) {
        return point.kind() == OperationKind.NETWORK && (READ.passes(point) || WRITE.passes(point));
    }

    /** Whether it is done over an open connection. */
    boolean isTransfer() {
        return this == READ || this == WRITE;
    }

    /** Whether operations of this kind pass at this point of the network. */
    boolean passes(InjectionPoint point) {
        return point.key().endsWith("#" + word());
    }
}
