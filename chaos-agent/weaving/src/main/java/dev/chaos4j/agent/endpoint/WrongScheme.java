package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A server that speaks plainly to clients of TLS, and expects TLS of those that do not speak it. It learns from the
 * client's first bytes which of the two it is.
 */
final class WrongScheme {

    private static final Reply BAD_REQUEST =
            Reply.status(400).header("Content-Type", "text/plain").body("Bad Request\n");

    private WrongScheme() {}

    static void serve(Socket client) throws IOException {
        Opening opening = Opening.of(client.getInputStream());
        OutputStream out = client.getOutputStream();
        switch (opening.speech()) {
            case NOTHING -> {}
            case TLS -> Pages.send(out, BAD_REQUEST, null, false);
            case ASKS_FOR_TLS -> out.write('N');
            case PLAIN -> out.write(Alert.UNEXPECTED_MESSAGE.encoded());
        }
        Farewell.say(client);
    }
}
