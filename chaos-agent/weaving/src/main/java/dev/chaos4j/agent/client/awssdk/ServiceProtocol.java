package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

/** How services other than S3 write their errors ("Common errors" in their API references). */
enum ServiceProtocol {

    /** JSON over one path: DynamoDB, SQS, Step Functions and most others. */
    JSON(400, "ThrottlingException") {
        @Override
        String document(String code, String message, String id) {
            return "{\"__type\":\"" + Texts.json(code) + "\",\"message\":\"" + Texts.json(message) + "\"}";
        }
    },

    /** Forms answered with XML: STS, IAM, SNS, CloudFormation. */
    QUERY(400, "Throttling") {
        @Override
        String document(String code, String message, String id) {
            return "<ErrorResponse><Error><Type>Sender</Type><Code>" + Texts.xml(code) + "</Code><Message>"
                    + Texts.xml(message) + "</Message></Error><RequestId>" + id + "</RequestId></ErrorResponse>";
        }
    },

    /** The same as EC2 does it. */
    EC2(503, "RequestLimitExceeded") {
        @Override
        String document(String code, String message, String id) {
            return "<Response><Errors><Error><Code>" + Texts.xml(code) + "</Code><Message>" + Texts.xml(message)
                    + "</Message></Error></Errors><RequestID>" + id + "</RequestID></Response>";
        }
    },

    /** JSON over many paths, with the code in a header, as Lambda does it. */
    LAMBDA(429, "TooManyRequestsException") {
        @Override
        String document(String code, String message, String id) {
            return "{\"Type\":\"User\",\"message\":\"" + Texts.json(message) + "\"}";
        }
    };

    private static final Map<String, String> MESSAGES = Map.of(
            "ThrottlingException", "Rate exceeded",
            "Throttling", "Rate exceeded",
            "TooManyRequestsException", "Rate Exceeded.",
            "RequestLimitExceeded", "Request limit exceeded.",
            "ProvisionedThroughputExceededException",
                    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your"
                            + " provisioning level with the UpdateTable API.");

    private final int throttledStatus;
    private final String throttledCode;

    ServiceProtocol(int throttledStatus, String throttledCode) {
        this.throttledStatus = throttledStatus;
        this.throttledCode = throttledCode;
    }

    /** The protocol of this request; null if we cannot write its errors. */
    static @Nullable ServiceProtocol of(AwsOperation operation, SdkHttpRequest request) {
        String service = operation.service();
        if (service.equals("lambda")) {
            return LAMBDA;
        }
        String type = contentType(request).orElse("");
        if (type.startsWith("application/x-amz-json-1.")) {
            return JSON;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return service.equals("ec2") ? EC2 : QUERY;
        }
        return null;
    }

    private static Optional<String> contentType(SdkHttpRequest request) {
        return request.firstMatchingHeader("Content-Type");
    }

    /** What the service answers when it throttles. */
    Reply throttled(String service) {
        return service.equals("dynamodb")
                ? Reply.status(400).code("ProvisionedThroughputExceededException")
                : Reply.status(throttledStatus).code(throttledCode);
    }

    /** The headers of an error. */
    Map<String, String> headers(String code, SdkHttpRequest request) {
        return switch (this) {
            case JSON -> Map.of("Content-Type", contentType(request).orElse("application/x-amz-json-1.0"));
            case QUERY, EC2 -> Map.of("Content-Type", "text/xml");
            case LAMBDA -> Map.of("Content-Type", "application/json", "x-amzn-ErrorType", code);
        };
    }

    /** The body of an error. */
    byte[] body(String code, String id) {
        return document(code, MESSAGES.getOrDefault(code, code), id).getBytes(StandardCharsets.UTF_8);
    }

    abstract String document(String code, String message, String id);
}
