package dev.chaos4j.fault;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The caller gets an answer that the dependency never gave: a value at a method, or a protocol answer (a status with
 * headers and body) at a client whose protocol has one. Protocol answers enter below the client's own parser.
 */
public final class Reply implements Outcome {

    private final @Nullable Supplier<?> value;
    private final int status;
    private final @Nullable String code;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final String text;

    private Reply(
            @Nullable Supplier<?> value,
            int status,
            @Nullable String code,
            Map<String, String> headers,
            byte @Nullable [] body,
            String text) {
        this.value = value;
        this.status = status;
        this.code = code;
        this.headers = headers;
        this.body = body;
        this.text = text;
    }

    /** Answers with this value, which may be null. A wrong type for the method is reported, and the call proceeds. */
    public static Reply value(@Nullable Object value) {
        return new Reply(new Constant(value), 0, null, Map.of(), null, "reply value " + value);
    }

    /** Answers with what {@code supplier} gives for each injection, on the caller's thread. */
    public static Reply of(Supplier<?> supplier) {
        return new Reply(supplier, 0, null, Map.of(), null, "reply value supplied");
    }

    /**
     * Answers with a protocol status, for HTTP from 100 to 599.
     *
     * @throws IllegalArgumentException if {@code status} is out of range
     */
    public static Reply status(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException(
                    "A reply status must be from 100 to 599, but was " + status + "; for example 503");
        }
        return new Reply(null, status, null, Map.of(), null, "reply " + status);
    }

    /**
     * This protocol answer with the service's error code, for example {@code SlowDown}; the adapter of the service
     * writes it where that service does.
     *
     * @throws IllegalStateException if this is a value and not a protocol answer
     */
    public Reply code(String errorCode) {
        requireStatus("code");
        return new Reply(null, status, errorCode, headers, body, "reply " + status + " " + errorCode);
    }

    /**
     * This protocol answer with one more header.
     *
     * @throws IllegalArgumentException if {@code name} cannot be the name of a header, or {@code content} has a line
     *     break
     * @throws IllegalStateException if this is a value and not a protocol answer
     */
    public Reply header(String name, String content) {
        requireStatus("header");
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a header; for example Retry-After");
        }
        if (content.matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("The content of the header '" + name + "' must be on one line");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, content);
        return new Reply(null, status, code, Collections.unmodifiableMap(more), body, text);
    }

    /**
     * This protocol answer with a body, in UTF-8.
     *
     * @throws IllegalStateException if this is a value and not a protocol answer
     */
    public Reply body(String content) {
        return body(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * This protocol answer with a body.
     *
     * @throws IllegalStateException if this is a value and not a protocol answer
     */
    public Reply body(byte[] content) {
        requireStatus("body");
        return new Reply(null, status, code, headers, content.clone(), text);
    }

    private void requireStatus(String what) {
        if (value != null) {
            throw new IllegalStateException(
                    "A " + what + " belongs to a protocol answer, one with a status, and not to a value");
        }
    }

    /** Whether this is a protocol answer and not a value. */
    public boolean isProtocol() {
        return value == null;
    }

    /** Whether user code supplies the value, so that the reply cannot be written to a file. */
    public boolean isSupplied() {
        return value != null && !(value instanceof Constant);
    }

    /** The value for one injection; null for a protocol answer or a null value. */
    public @Nullable Object value() {
        return value == null ? null : value.get();
    }

    /** The protocol status; 0 for a value. */
    public int status() {
        return status;
    }

    /** The service's error code, if one is set. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The headers in their order; unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the body, if one is set. */
    public Optional<byte[]> body() {
        return Optional.ofNullable(body).map(byte[]::clone);
    }

    @Override
    public String kind() {
        return "reply";
    }

    @Override
    public Placement placement() {
        return Placement.BEFORE;
    }

    @Override
    public String describe() {
        return text;
    }

    @Override
    public void contribute(Decision.Builder decision, DoubleSupplier dice) {
        decision.end(this);
    }

    @Override
    public String toString() {
        return describe();
    }

    private record Constant(@Nullable Object value) implements Supplier<@Nullable Object> {
        @Override
        public @Nullable Object get() {
            return value;
        }
    }
}
