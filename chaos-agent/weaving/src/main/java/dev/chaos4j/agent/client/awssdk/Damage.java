package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Corruption.How;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.UserCode;
import dev.chaos4j.trigger.Dice;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpHeaders;

/**
 * Damages the body of an answer, as a whole. What is cut short ends as the HTTP client sees a connection end too early.
 *
 * @param head the answer's headers
 */
record Damage(Corruption corruption, Passage passage, HttpErrors errors, SdkHttpHeaders head) {

    /** The damaged body. */
    byte[] of(byte[] body) {
        return UserCode.ask(
                passage,
                () -> bytes(
                        corruption.apply(body, Dice.sequence(passage.decision().draw()))),
                body);
    }

    private static byte[] bytes(@Nullable Object damaged) {
        if (damaged instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalStateException(
                "the body of an answer can be empty, but not null or of another type than byte[]");
    }

    /** What the HTTP client reports after the last byte; null if the body is complete, or it does not notice. */
    @Nullable
    IOException end(byte[] body, byte[] damaged) {
        boolean cut = corruption.how() == How.TRUNCATED || corruption.how() == How.TO_EMPTY;
        if (!cut || damaged.length == body.length) {
            return null;
        }
        OptionalLong length = head.firstMatchingHeader("Content-Length")
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
        boolean chunked = head.firstMatchingHeader("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
        return errors.truncated(length, chunked, damaged.length);
    }
}
