package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * A server whose certificate a client must not accept. One that accepts it all the same is told so if it speaks HTTP, with
 * status 421; else its connection ends.
 */
final class WrongCertificate implements Endpoint {

    private final Misconfiguration wrong;

    WrongCertificate(Misconfiguration wrong) {
        this.wrong = wrong;
    }

    @Override
    public Service open(Visit visit) {
        TlsServer server = TlsServer.with(Presented.by(wrong), visit.origin().getHostString());
        return client -> serve(client, server);
    }

    private void serve(Socket client, TlsServer server) throws IOException {
        Opening opening = Opening.ofHandshake(client.getInputStream(), client.getOutputStream());
        if (opening.speech() == Opening.Speech.TLS) {
            accepted(server.accept(client, opening.said()));
        } else if (opening.speech() != Opening.Speech.NOTHING) {
            client.getOutputStream().write(Alert.UNEXPECTED_MESSAGE.encoded());
            Farewell.say(client);
        }
    }

    private void accepted(SSLSocket tls) throws IOException {
        InputStream in = new BufferedInputStream(tls.getInputStream());
        in.mark(1);
        if (!Character.isUpperCase(in.read())) {
            return;
        }
        in.reset();
        Exchange exchange = Exchange.read(in);
        if (exchange != null) {
            String said = "Chaos4j: this client has accepted what it must not: " + wrong.describe() + "\n";
            Reply reply = Reply.status(421).header("Content-Type", "text/plain").body(said);
            Pages.send(tls.getOutputStream(), reply, exchange, false);
            tls.shutdownOutput();
            Farewell.discard(in);
        }
    }
}
