package dev.chaos4j.agent.client.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a caller saw of one call: what it returned, or the whole tree of exceptions with what they say.
 *
 * @param lines one for each exception on the way to the first cause, or one for the result
 */
public record Seen(List<String> lines) {

    /** Makes the call. */
    public static Seen of(Callable<?> call) {
        try {
            return new Seen(List.of(String.valueOf(call.call())));
        } catch (Throwable error) {
            return new Seen(tree(error));
        }
    }

    private static List<String> tree(Throwable error) {
        List<String> lines = new ArrayList<>();
        for (Throwable at = error; at != null; at = at.getCause()) {
            lines.add(at.getClass().getName() + details(at) + ": " + message(at));
        }
        return lines;
    }

    private static String details(Throwable error) {
        if (error instanceof AwsServiceException answered) {
            return "[status " + answered.statusCode() + ", code "
                    + answered.awsErrorDetails().errorCode() + ", request id "
                    + (answered.requestId() == null ? "none" : "given") + ", attempts " + answered.numAttempts() + "]";
        }
        return error instanceof SdkException sdk ? "[attempts " + sdk.numAttempts() + "]" : "";
    }

    /** The message without what differs between any two calls: ports, addresses, ids and measured times. */
    private static @Nullable String message(Throwable error) {
        return error.getMessage() == null
                ? null
                : error.getMessage()
                        .replaceAll(" \\[[a-z0-9.]*/[0-9.]+]", "")
                        .replaceAll("([a-z0-9.]*/)?(127\\.0\\.0\\.1|[a-z]+\\.invalid)(/<unresolved>)?(:\\d+)?", "HOST")
                        .replaceAll("/HOST", "HOST")
                        .replaceAll("Request ID: [^,)]+", "Request ID: ID")
                        .replaceAll(" Channel Information: ChannelDiagnostics\\([^)]*\\)", "");
    }

    /** Whether one of the lines has this in it. */
    public boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /**
     * At how many places two texts differ.
     *
     * @throws IllegalArgumentException if one is longer
     */
    static long differences(String one, String other) {
        if (one.length() != other.length()) {
            throw new IllegalArgumentException("Not of the same length: '" + one + "' and '" + other + "'");
        }
        return IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }

    @Override
    public String toString() {
        return String.join("\n  <- ", lines);
    }
}
