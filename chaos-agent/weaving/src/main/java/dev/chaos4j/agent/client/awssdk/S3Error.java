package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as S3 writes it ("Error responses", Amazon S3 API reference).
 *
 * @param reason the reason phrase of the status line
 * @param headers beyond those of every answer
 * @param elements of the XML document, in their order, without the ids
 */
record S3Error(String reason, Map<String, String> headers, Map<String, String> elements) {

    private static final Map<String, String> MESSAGES = Map.ofEntries(
            Map.entry("SlowDown", "Please reduce your request rate."),
            Map.entry("ServiceUnavailable", "Service is unable to handle request."),
            Map.entry("InternalError", "We encountered an internal error. Please try again."),
            Map.entry("AccessDenied", "Access Denied"),
            Map.entry("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
            Map.entry(
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your key and"
                            + " signing method."),
            Map.entry("ExpiredToken", "The provided token has expired."),
            Map.entry(
                    "RequestTimeTooSkewed",
                    "The difference between the request time and the current time is too large."),
            Map.entry(
                    "PermanentRedirect",
                    "The bucket you are attempting to access must be addressed using the specified endpoint. Please send"
                            + " all future requests to this endpoint."),
            Map.entry("NoSuchBucket", "The specified bucket does not exist"),
            Map.entry("NoSuchKey", "The specified key does not exist."),
            Map.entry("NoSuchUpload", "The specified upload does not exist."));

    static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    /** The error that this reply stands for, about this operation. */
    static S3Error of(Reply reply, AwsOperation operation) {
        String code = reply.code().orElse("");
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("Code", code);
        elements.put("Message", MESSAGES.getOrDefault(code, code));
        operation.member("Bucket").ifPresent(bucket -> elements.put("BucketName", bucket));
        String reason = code.equals("SlowDown") ? "Slow Down" : REASONS.getOrDefault(reply.status(), "");
        return new S3Error(reason, Map.of(), elements);
    }

    /** This error with one more header. */
    S3Error header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new S3Error(reason, more, elements);
    }

    /** This error with one more element, or another one of this name. */
    S3Error element(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(elements);
        more.put(name, value);
        return new S3Error(reason, headers, more);
    }

    /** The document. */
    byte[] xml(S3Ids ids) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
        elements.forEach((name, value) -> append(xml, name, value));
        append(xml, "RequestId", ids.request());
        append(xml, "HostId", ids.host());
        return xml.append("</Error>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder xml, String name, String value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(Texts.xml(value))
                .append("</")
                .append(name)
                .append('>');
    }
}
