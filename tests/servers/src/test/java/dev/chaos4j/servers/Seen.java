package dev.chaos4j.servers;

import io.grpc.StatusRuntimeException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What the application sees of one call, in the short form of the table: what it returned, or the exceptions from the one
 * that it catches to the first cause, each with the code that the server or the client gave it, and what the first cause says
 * if that is an error of the JDK's network. Where there is no cause, what was suppressed stands for it, in brackets.
 */
final class Seen {

    /** The call returned the right answer. */
    static final String WORKS = "works";

    /** Put behind what was seen if the call did not meet the fault. */
    static final String NOT_MET = ", not met";

    private Seen() {}

    static String of(Callable<String> call, String right) {
        try {
            String answer = call.call();
            return right.equals(answer) ? WORKS : "answer '" + answer + "'";
        } catch (Throwable error) {
            return tree(error);
        }
    }

    private static String tree(Throwable error) {
        Throwable[] suppressed = error.getSuppressed();
        return error.getCause() == null && suppressed.length > 0
                ? chain(error) + " (" + chain(suppressed[0]) + ")"
                : chain(error);
    }

    private static String chain(Throwable error) {
        List<String> names = new ArrayList<>();
        Throwable last = error;
        for (Throwable at = error; at != null; at = at.getCause()) {
            String name = at.getClass().getSimpleName() + code(at);
            if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                names.add(name);
            }
            last = at;
        }
        return String.join(" ← ", names) + words(last);
    }

    private static String code(Throwable error) {
        if (error instanceof SQLException sql) {
            return sql.getSQLState() == null ? "" : " " + sql.getSQLState();
        }
        if (error instanceof StatusRuntimeException grpc) {
            return " " + grpc.getStatus().getCode();
        }
        if (error instanceof AwsServiceException aws) {
            String code = aws.awsErrorDetails().errorCode();
            return " " + aws.statusCode() + (code == null ? "" : " " + code);
        }
        return "";
    }

    /** The first sentence of the JDK's network, without what differs from call to call, machine to machine or JDK to JDK. */
    private static String words(Throwable error) {
        String message = error.getMessage();
        boolean ofTheNetwork =
                error.getClass().getName().matches("(java\\.(io|net|nio|security)|javax\\.net|sun)\\..*");
        if (message == null || !ofTheNetwork || error instanceof UnknownHostException) {
            return "";
        }
        String same = message.replaceAll("(?i):? ?(localhost)?/?(127\\.0\\.0\\.1)?:\\d+", "")
                .replaceAll("(?i):? ?localhost$", "")
                .replaceAll("(?i)localhost", "localhost")
                .replaceAll("Not(After|Before): .*", "Not$1")
                .replaceAll("^\\([a-z_]+\\) ", "")
                .replaceAll("(: \"|\\. ).*", "")
                .strip();
        return same.isEmpty() || same.equals("null") ? "" : ": " + same;
    }
}
