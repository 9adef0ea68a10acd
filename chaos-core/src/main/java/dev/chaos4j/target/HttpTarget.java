package dev.chaos4j.target;

import dev.chaos4j.fault.Ports;
import java.util.Map;
import java.util.Set;

/** HTTP exchanges by method, scheme, host, port, path and headers; all that are given must match. Immutable. */
public final class HttpTarget implements Target {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT");

    private final AttributePatterns patterns;

    HttpTarget(AttributePatterns patterns) {
        this.patterns = patterns;
    }

    private HttpTarget with(String attribute, Glob glob) {
        return new HttpTarget(patterns.with(attribute, glob));
    }

    /**
     * Only this request method, in any case.
     *
     * @throws IllegalArgumentException if it is not one of the methods of RFC 9110 and RFC 5789
     */
    public HttpTarget method(String method) {
        String upper = method.toUpperCase(java.util.Locale.ROOT);
        if (!METHODS.contains(upper)) {
            throw new IllegalArgumentException("'" + method + "' is not an HTTP method; use one of "
                    + String.join(", ", new java.util.TreeSet<>(METHODS)));
        }
        return with("method", Glob.of("method", upper, (char) 0));
    }

    /**
     * Only {@code http} or {@code https}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public HttpTarget scheme(String scheme) {
        String lower = AttributePatterns.lower(scheme);
        if (!lower.equals("http") && !lower.equals("https")) {
            throw new IllegalArgumentException("'" + scheme + "' is not a scheme of HTTP; use http or https");
        }
        return with("scheme", Glob.of("scheme", lower, (char) 0));
    }

    /**
     * Only hosts that match this pattern, in any case; {@code *} is any run of characters.
     *
     * @throws IllegalArgumentException if it holds a scheme, port or path
     */
    public HttpTarget host(String pattern) {
        if (pattern.contains("/") || (pattern.contains(":") && !pattern.startsWith("["))) {
            throw new IllegalArgumentException("'" + pattern
                    + "' is no host pattern: give the host alone, and use port, scheme and path for the rest");
        }
        return with("host", Glob.ignoringCase("host", pattern));
    }

    /**
     * Only this port; for a URI without one, the default port of its scheme.
     *
     * @throws IllegalArgumentException if it is not from 1 to 65535
     */
    public HttpTarget port(int port) {
        return with("port", Glob.of("port", String.valueOf(Ports.checked(port)), (char) 0));
    }

    /**
     * Only paths that match: {@code *} within a segment, {@code **} across segments.
     *
     * @throws IllegalArgumentException if it neither starts with {@code /} nor with a wildcard
     */
    public HttpTarget path(String pattern) {
        if (!pattern.startsWith("/") && !pattern.startsWith("*") && !pattern.startsWith("{")) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' can never match: a path starts with /; write '/" + pattern + "'");
        }
        return with("path", Glob.of("path", pattern, '/'));
    }

    /**
     * Only exchanges whose request has this header with a value that matches, in any case.
     *
     * @throws IllegalArgumentException if {@code name} cannot be the name of a header
     */
    public HttpTarget header(String name, String pattern) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a header; for example x-request-id");
        }
        return with("header." + AttributePatterns.lower(name), Glob.ignoringCase("header " + name, pattern));
    }

    /** The attributes this target asks for and their patterns, in the words of scenario files. */
    public Map<String, String> attributes() {
        return AttributeMaps.of(patterns);
    }

    @Override
    public OperationKind kind() {
        return OperationKind.HTTP;
    }

    @Override
    public boolean matches(Operation operation) {
        return patterns.matches(operation);
    }

    @Override
    public String describe() {
        return patterns.describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}
