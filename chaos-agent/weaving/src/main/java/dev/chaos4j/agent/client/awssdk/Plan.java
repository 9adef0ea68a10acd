package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.WrongAnswers;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.OperationKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * What becomes of one attempt, in the SDK's terms: at most one of its parts. Immutable.
 *
 * @param failure it fails before it takes effect
 * @param answer it is answered without the service
 * @param request it goes out, changed
 * @param lost it goes out, and its answer is lost this way
 * @param corruption it goes out, and its answer is damaged
 */
record Plan(
        @Nullable Failure failure,
        @Nullable ServiceAnswer answer,
        @Nullable SdkHttpRequest request,
        @Nullable Failure lost,
        @Nullable Corruption corruption) {

    /** Nothing is done to it, or nothing more than a delay. */
    static final Plan PROCEED = new Plan(null, null, null, null, null);

    private static final String S3 = "s3";

    /** The plan for this operation; says at the passage if its outcome cannot be carried out. */
    static Plan of(AwsOperation operation, Passage passage) {
        Decision decision = passage.decision();
        Outcome outcome = decision.outcome();
        if (outcome instanceof Failure failure) {
            return new Plan(failure, null, null, null, null);
        }
        if (outcome instanceof LostReply lost) {
            return new Plan(null, null, null, lost.failure(), null);
        }
        if (outcome instanceof Corruption corruption) {
            return new Plan(null, null, null, null, corruption);
        }
        if (outcome instanceof Reply reply) {
            return reply(reply, operation, passage);
        }
        return outcome instanceof Misconfiguration wrong ? misconfigured(wrong, operation, passage) : PROCEED;
    }

    private static Plan reply(Reply reply, AwsOperation operation, Passage passage) {
        if (!reply.isProtocol() || reply.status() < 200) {
            return notApplied(passage, "an AWS request ends with a status from 200 on; use Reply.status(...)");
        }
        SdkHttpRequest request = Objects.requireNonNull(operation.http());
        long draw = passage.decision().draw();
        return operation.service().equals(S3)
                ? answered(ServiceAnswer.ofS3(reply, S3Error.of(reply, operation), request, draw))
                : ofAnother(reply, operation, request, passage);
    }

    private static Plan ofAnother(Reply reply, AwsOperation operation, SdkHttpRequest request, Passage passage) {
        @Nullable ServiceProtocol protocol = ServiceProtocol.of(operation, request);
        if (protocol == null && reply.code().isPresent()) {
            return notApplied(
                    passage,
                    "we do not know how " + operation.service() + " writes the error code '"
                            + reply.code().get() + "'; leave it out and give the body that has it: Reply.body(...)");
        }
        // what is usual for AWS as a whole is S3's
        boolean usual = reply == OperationKind.AWS.refusal();
        Reply here = protocol != null && usual ? protocol.throttled(operation.service()) : reply;
        return answered(
                ServiceAnswer.of(here, protocol, request, passage.decision().draw()));
    }

    private static Plan answered(ServiceAnswer answer) {
        return new Plan(null, answer, null, null, null);
    }

    private static Plan misconfigured(Misconfiguration wrong, AwsOperation operation, Passage passage) {
        return switch (wrong.mistake()) {
            case WRONG_HOST -> wrong.value().isPresent() ? astray(wrong, operation) : fails(NetworkError.UNKNOWN_HOST);
            case WRONG_PORT ->
                wrong.port().isPresent() ? astray(wrong, operation) : fails(NetworkError.CONNECTION_REFUSED);
            case WRONG_ADDRESS -> fails(NetworkError.CONNECT_TIMEOUT);
            case SWAPPED_ENDPOINTS -> astray(wrong, operation);
            case WRONG_REGION, WRONG_CREDENTIALS, EXPIRED_CREDENTIALS, WRONG_ACCOUNT, WRONG_NAME ->
                refused(wrong, operation, passage);
            default -> inTheWay(wrong, operation, passage);
        };
    }

    /** What answers is not the service. */
    private static Plan inTheWay(Misconfiguration wrong, AwsOperation operation, Passage passage) {
        SdkHttpRequest request = Objects.requireNonNull(operation.http());
        Reply reply = WrongAnswers.to(WrongAnswers.inRequest(request.getUri()), wrong.mistake());
        return reply == null
                ? notApplied(passage, WrongAnswers.below(wrong))
                : answered(ServiceAnswer.ofAnother(reply, request));
    }

    private static Plan refused(Misconfiguration wrong, AwsOperation operation, Passage passage) {
        if (!operation.service().equals(S3)) {
            return notApplied(
                    passage,
                    "answers to this mistake are written as S3 writes them, and not yet as " + operation.service()
                            + " does; arm what it answers: Reply.status(...).code(...)");
        }
        return answered(S3Mistakes.answer(wrong, operation, passage.decision().draw()));
    }

    private static Plan fails(NetworkError error) {
        return new Plan(Failure.network(error), null, null, null, null);
    }

    private static Plan astray(Misconfiguration wrong, AwsOperation operation) {
        SdkHttpRequest right = Objects.requireNonNull(operation.http());
        SdkHttpRequest.Builder request = right.toBuilder();
        wrong.value().ifPresent(request::host);
        wrong.port().ifPresent(request::port);
        return new Plan(null, null, request.build(), null, null);
    }

    private static Plan notApplied(Passage passage, String why) {
        passage.notApplied(why);
        return PROCEED;
    }
}
