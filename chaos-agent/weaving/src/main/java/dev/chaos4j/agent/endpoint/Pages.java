package dev.chaos4j.agent.endpoint;

import dev.chaos4j.agent.client.WrongAnswers;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers every request over HTTP/1.1 in the same wrong way. */
final class Pages {

    private static final Map<Integer, String> REASONS = Map.of(
            302, "Found",
            400, "Bad Request",
            404, "Not Found",
            407, "Proxy Authentication Required",
            421, "Misdirected Request",
            502, "Bad Gateway");

    private static final Reply BAD_REQUEST = Reply.status(400);

    private Pages() {}

    /** Answers until the client has asked all it wants. */
    static void answer(InputStream from, OutputStream out, Mistake mistake) throws IOException {
        InputStream in = new BufferedInputStream(from);
        boolean more = true;
        while (more) {
            Exchange exchange = Exchange.read(in);
            Reply reply = exchange == null ? null : WrongAnswers.to(exchange.uri(), mistake);
            more = exchange != null && exchange.keepsAlive();
            send(out, reply == null ? BAD_REQUEST : reply, exchange, more);
        }
    }

    /** Sends one answer. */
    static void send(OutputStream out, Reply reply, @Nullable Exchange to, boolean keepsAlive) throws IOException {
        byte[] body = reply.body().orElse(new byte[0]);
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(REASONS.getOrDefault(reply.status(), ""))
                .append("\r\n");
        reply.headers().forEach((name, content) -> line(head, name, content));
        line(head, "Content-Length", String.valueOf(body.length));
        if (!keepsAlive) {
            line(head, "Connection", "close");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (to == null || !to.method().equals("HEAD")) {
            out.write(body);
        }
        out.flush();
    }

    private static void line(StringBuilder head, String name, String content) {
        head.append(name).append(": ").append(content).append("\r\n");
    }
}
