package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.Misconfiguration;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * A server of HTTP/1.1, plain and over TLS, that answers every request in the same wrong way. Over TLS its certificate is
 * that of the mistake's issuer.
 */
final class WrongPages implements Endpoint {

    private final Misconfiguration wrong;

    WrongPages(Misconfiguration wrong) {
        this.wrong = wrong;
    }

    @Override
    public Service open(Visit visit) {
        TlsServer server = TlsServer.with(Presented.by(wrong), visit.origin().getHostString());
        return client -> serve(client, server);
    }

    private void serve(Socket client, TlsServer server) throws IOException {
        Opening opening = Opening.of(client.getInputStream());
        switch (opening.speech()) {
            case NOTHING -> {}
            case TLS -> {
                SSLSocket tls = server.accept(client, opening.said());
                Pages.answer(tls.getInputStream(), tls.getOutputStream(), wrong.mistake());
                tls.shutdownOutput();
                Farewell.discard(tls.getInputStream());
            }
            case ASKS_FOR_TLS, PLAIN -> {
                Pages.answer(opening.again(client.getInputStream()), client.getOutputStream(), wrong.mistake());
                Farewell.say(client);
            }
        }
    }
}
