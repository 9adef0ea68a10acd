package dev.chaos4j.agent.client;

import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What is answered over HTTP to a client that is configured wrongly. */
public final class WrongAnswers {

    private static final String HTML = "text/html; charset=utf-8";

    private WrongAnswers() {}

    /**
     * The answer to a request for this URI; null if the mistake does not show in an answer.
     *
     * @param uri as it stands in the request: path and query
     */
    public static @Nullable Reply to(String uri, Mistake mistake) {
        return switch (mistake) {
            case WRONG_NAME -> Reply.status(404);
            case WRONG_CREDENTIALS, EXPIRED_CREDENTIALS ->
                Reply.status(401).header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case WRONG_ACCOUNT -> Reply.status(403);
            case WRONG_PATH -> page(Reply.status(404), "404 Not Found");
            case REDIRECT_LOOP -> page(Reply.status(302).header("Location", uri), "302 Found");
            case PROXY_REFUSES ->
                page(
                        Reply.status(407).header("Proxy-Authenticate", "Basic realm=\"proxy\""),
                        "407 Proxy Authentication Required");
            case PROXY_FAILS -> page(Reply.status(502).header("Via", "1.1 proxy"), "502 Bad Gateway");
            default -> null;
        };
    }

    /** Servers and proxies answer people, who use browsers. */
    private static Reply page(Reply reply, String title) {
        return reply.header("Content-Type", HTML)
                .body("<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n");
    }

    /** Path and query of a URI, as they stand in a request. */
    public static String inRequest(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Why a mistake is met by no exchange of a protocol. */
    public static String below(Misconfiguration wrong) {
        return "'" + wrong.describe() + "' is met where the connection is opened; use a target of kind network";
    }
}
