package dev.chaos4j.junit;

import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.junit.internal.BadValue;
import java.util.ArrayList;
import java.util.List;

/** What {@link InjectFailure} says about how to fail. */
final class FailureValues {

    private FailureValues() {}

    /**
     * The fault.
     *
     * @param hasProtocol whether operations of the target have a protocol, and so a status
     * @throws BadValue if it cannot be meant so
     */
    static Fault fault(InjectFailure from, boolean hasProtocol) {
        requireExactlyOne(from);
        if (from.status() == 0) {
            refuse(!from.code().isEmpty(), "code = \"" + from.code() + "\"", "a code belongs to a status");
            Failure failure = failure(from);
            return from.lostReply() ? LostReply.as(failure) : failure;
        }
        String status = "status = " + from.status();
        refuse(
                from.lostReply(),
                status + ", lostReply = true",
                "a lost reply has no status; give exception or network");
        refuse(!from.message().isEmpty(), "message = \"" + from.message() + "\"", "a status has no message");
        refuse(!hasProtocol, status, "a method has no protocol; give exception, or a target of http or aws");
        return reply(from);
    }

    private static void requireExactlyOne(InjectFailure from) {
        List<String> given = new ArrayList<>();
        if (from.exception() != Throwable.class) {
            given.add("exception = " + from.exception().getSimpleName() + ".class");
        }
        for (var error : from.network()) {
            given.add("network = NetworkError." + error);
        }
        if (from.status() != 0) {
            given.add("status = " + from.status());
        }
        refuse(
                given.isEmpty(),
                "",
                "it does not say how to fail; give one of exception = IOException.class, network ="
                        + " NetworkError.CONNECTION_REFUSED or status = 503");
        refuse(
                given.size() > 1,
                String.join(", ", given),
                "a call fails in one way; keep one of them, and repeat the annotation for the other");
    }

    private static Failure failure(InjectFailure from) {
        try {
            Failure failure =
                    from.network().length == 1 ? Failure.network(from.network()[0]) : Failure.of(from.exception());
            return from.message().isEmpty() ? failure : failure.message(from.message());
        } catch (IllegalArgumentException unusable) {
            throw BadValue.value(
                    "exception", from.exception().getSimpleName() + ".class", String.valueOf(unusable.getMessage()));
        }
    }

    private static Reply reply(InjectFailure from) {
        try {
            Reply reply = Reply.status(from.status());
            return from.code().isEmpty() ? reply : reply.code(from.code());
        } catch (IllegalArgumentException outOfRange) {
            throw BadValue.value("status", from.status(), String.valueOf(outOfRange.getMessage()));
        }
    }

    private static void refuse(boolean wrong, String written, String why) {
        if (wrong) {
            throw BadValue.combination(written, why);
        }
    }
}
