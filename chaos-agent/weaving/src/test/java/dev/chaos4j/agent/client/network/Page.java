package dev.chaos4j.agent.client.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One page, got by hand. */
final class Page {

    static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: page\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Page() {}

    static String url(String host, int port) {
        return "http://" + host + ":" + port + "/";
    }

    static String over(InputStream in, OutputStream out) throws IOException {
        out.write(REQUEST);
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            answer.append((char) next);
            if (isWhole(answer.toString())) {
                return content(answer.toString());
            }
        }
        throw new IOException("The answer ended after '" + answer + "'");
    }

    static boolean isWhole(String answer) {
        int head = answer.indexOf("\r\n\r\n");
        return head >= 0 && answer.length() >= head + 4 + length(answer);
    }

    static String content(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static int length(String answer) {
        int at = answer.indexOf("Content-Length: ") + "Content-Length: ".length();
        return Integer.parseInt(answer.substring(at, answer.indexOf('\r', at)));
    }
}
