package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import java.util.Objects;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What S3 answers to a client that is configured wrongly. */
final class S3Mistakes {

    private S3Mistakes() {}

    /** The answer; the mistake is one that the service notices. */
    static ServiceAnswer answer(Misconfiguration wrong, AwsOperation operation, long draw) {
        SdkHttpRequest request = Objects.requireNonNull(operation.http());
        if (wrong.mistake() == Mistake.WRONG_REGION) {
            return wrongRegion(wrong, operation, request, draw);
        }
        Reply reply = reply(wrong);
        return ServiceAnswer.ofS3(reply, S3Error.of(reply, operation), request, draw);
    }

    private static Reply reply(Misconfiguration wrong) {
        return switch (wrong.mistake()) {
            case WRONG_CREDENTIALS -> Reply.status(403).code("InvalidAccessKeyId");
            // S3 documents 400 for it, unlike for other errors about credentials
            case EXPIRED_CREDENTIALS -> Reply.status(400).code("ExpiredToken");
            case WRONG_ACCOUNT -> Reply.status(403).code("AccessDenied");
            case WRONG_NAME -> Reply.status(404).code("NoSuchBucket");
            default -> throw new IllegalArgumentException(wrong.describe());
        };
    }

    /**
     * A Region's own endpoint redirects to the bucket's Region; any other endpoint knows where the bucket is, and finds
     * the wrong Region in the signature.
     */
    private static ServiceAnswer wrongRegion(
            Misconfiguration wrong, AwsOperation operation, SdkHttpRequest request, long draw) {
        String right = Objects.toString(operation.attribute("region"), "us-east-1");
        String used = wrong.value().orElse(right.equals("us-east-1") ? "us-west-2" : "us-east-1");
        boolean regional = request.host().contains(right);
        Reply reply = regional
                ? Reply.status(301).code("PermanentRedirect")
                : Reply.status(400).code("AuthorizationHeaderMalformed");
        S3Error error = S3Error.of(reply, operation).header("x-amz-bucket-region", right);
        error = regional
                ? error.element("Endpoint", request.host())
                : error.element("Region", right)
                        .element(
                                "Message",
                                "The authorization header is malformed; the region '" + used + "' is wrong; expecting '"
                                        + right + "'");
        return ServiceAnswer.ofS3(reply, error, request, draw);
    }
}
