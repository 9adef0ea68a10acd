package dev.chaos4j.agent.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The server's side of TLS, by the JDK's own provider. Thread-safe. */
final class TlsServer {

    /** The application may prefer another one, which may not be able to take over a connection. */
    private static final String PROVIDER = "SunJSSE";

    private final SSLSocketFactory sockets;

    private TlsServer(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * A server that presents these.
     *
     * @param host the host of clients that do not name one
     * @throws IllegalStateException if this JVM does not have the JDK's provider of TLS
     */
    static TlsServer with(Presented presented, String host) {
        try {
            SSLContext context = SSLContext.getInstance("TLS", PROVIDER);
            context.init(new KeyManager[] {new ServerKey(presented, host)}, null, null);
            return new TlsServer(context.getSocketFactory());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This JVM has no TLS of the provider " + PROVIDER + ", so no certificate can be presented: "
                            + missing,
                    missing);
        }
    }

    /**
     * Shakes hands.
     *
     * @param said what the client has said already
     * @throws IOException if the client does not accept what is presented
     */
    SSLSocket accept(Socket client, byte[] said) throws IOException {
        InputStream read = new ByteArrayInputStream(said);
        SSLSocket tls = (SSLSocket) sockets.createSocket(client, read, true);
        tls.startHandshake();
        return tls;
    }
}
