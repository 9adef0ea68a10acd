package dev.chaos4j.agent.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request over HTTP/1.1 that was read as far as it comes by itself. Immutable.
 *
 * @param method for example GET
 * @param uri as it stands in the request
 * @param keepsAlive whether the client may ask again on this connection
 */
record Exchange(String method, String uri, boolean keepsAlive) {

    private static final int LONGEST_LINE = 16 * 1024;

    /** The next one; null if there is none, or it is no HTTP/1.1. */
    static @Nullable Exchange read(InputStream in) throws IOException {
        String first = line(in);
        String[] words = first == null ? new String[0] : first.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String next = line(in); next != null && !next.isEmpty(); next = line(in)) {
            headers.add(next);
        }
        boolean read = readBody(in, headers);
        String connection = header(headers, "connection");
        return new Exchange(words[0], words[1], read && !connection.equalsIgnoreCase("close"));
    }

    /**
     * Reads the body, if its length is given; else false: then the connection cannot be used again. A client that asks
     * first whether to send it does so no more after an answer.
     */
    private static boolean readBody(InputStream in, List<String> headers) throws IOException {
        if (!header(headers, "expect").isEmpty()) {
            return false;
        }
        String length = header(headers, "content-length");
        if (!length.isEmpty()) {
            in.skipNBytes(Long.parseLong(length));
        }
        return header(headers, "transfer-encoding").isEmpty();
    }

    private static String header(List<String> headers, String name) {
        for (String header : headers) {
            if (header.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return header.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() == LONGEST_LINE) {
                return null;
            }
            line.append((char) next);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }
}
