package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Corruption.How;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.UserCode;
import dev.chaos4j.trigger.Dice;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Damages the body of a server's answer. A body is damaged as a whole, so it is held back until it has arrived. What is
 * cut short ends as the client sees a connection end too early; without a length or chunks it cannot see that.
 */
record Damage(Corruption corruption, long draw, Passage passage) {

    /** The handler that gets the damaged body. */
    <T extends @Nullable Object> BodyHandler<T> to(BodyHandler<T> handler) {
        return info -> new DamagedBody<>(handler.apply(info), this, info);
    }

    /** The damaged body. */
    byte[] of(byte[] body) {
        return UserCode.ask(passage, () -> bytes(corruption.apply(body, Dice.sequence(draw))), body);
    }

    private static byte[] bytes(@Nullable Object damaged) {
        if (damaged instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalStateException(
                "the body of an HTTP answer can be empty, but not null or of another type than byte[]");
    }

    /** What ends the body after its last byte, or null. */
    @Nullable
    IOException end(byte[] body, byte[] damaged, ResponseInfo info) {
        boolean cut = corruption.how() == How.TRUNCATED || corruption.how() == How.TO_EMPTY;
        if (!cut || damaged.length == body.length) {
            return null;
        }
        String where = where(damaged.length, info.headers());
        return where == null ? null : new IOException(where, new EOFException("EOF reached while reading"));
    }

    private static @Nullable String where(int received, HttpHeaders headers) {
        OptionalLong length = headers.firstValueAsLong("content-length");
        if (length.isPresent()) {
            return "fixed content-length: " + length.getAsLong() + ", bytes received: " + received;
        }
        boolean chunked = headers.firstValue("transfer-encoding")
                .filter(coding -> coding.equalsIgnoreCase("chunked"))
                .isPresent();
        return chunked ? "chunked transfer encoding, state: READING_LENGTH" : null;
    }
}
