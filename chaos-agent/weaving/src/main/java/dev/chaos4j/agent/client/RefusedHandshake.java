package dev.chaos4j.agent.client;

import dev.chaos4j.fault.NetworkError;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What a client gets to see when the server refuses its TLS handshake, in the words of this JDK. */
public final class RefusedHandshake {

    /** Of TLS 1.2, as servers of all versions send it before anything is encrypted: fatal, handshake failure. */
    private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 40};

    private RefusedHandshake() {}

    /** The alert of the server, as it is on the line. */
    public static ByteBuffer alert() {
        return ByteBuffer.wrap(ALERT.clone());
    }

    /** The exception, with the caller's stack. */
    public static SSLHandshakeException exception() {
        return new SSLHandshakeException(Words.OF_THE_JDK);
    }

    /** Newer JDKs put the name of the alert in front. Asked once. */
    private static final class Words {

        static final String OF_THE_JDK = asked();

        private static String asked() {
            try {
                SSLContext context = SSLContext.getInstance("TLS", "SunJSSE");
                context.init(null, null, null);
                SSLEngine client = context.createSSLEngine();
                client.setUseClientMode(true);
                ByteBuffer hello = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
                client.wrap(ByteBuffer.allocate(0), hello);
                client.unwrap(alert(), ByteBuffer.allocate(0));
            } catch (SSLException refused) {
                return String.valueOf(refused.getMessage());
            } catch (GeneralSecurityException withoutTls) {
                return NetworkError.HANDSHAKE_FAILED.message();
            }
            return NetworkError.HANDSHAKE_FAILED.message();
        }
    }
}
