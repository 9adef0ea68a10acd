package dev.chaos4j.agent.endpoint;

/** A fatal alert of TLS, not encrypted: what a server says to a client whose handshake it cannot go on with. */
enum Alert {
    /** What came is no message that fits here, or none of TLS. */
    UNEXPECTED_MESSAGE(10),
    /** There is no way to agree. */
    HANDSHAKE_FAILURE(40);

    private static final byte RECORD_OF_ALERT = 0x15;
    private static final byte FATAL = 2;

    private final int number;

    Alert(int number) {
        this.number = number;
    }

    /** The whole record, of TLS 1.2. */
    byte[] encoded() {
        return new byte[] {RECORD_OF_ALERT, 3, 3, 0, 2, FATAL, (byte) number};
    }
}
