package dev.chaos4j.target;

import java.util.List;
import java.util.Map;

/** Requests to an AWS service by operation, Region, bucket and key, or table; all that are given must match. Immutable. */
public final class AwsTarget implements Target {

    private final AttributePatterns patterns;

    AwsTarget(AttributePatterns patterns) {
        this.patterns = patterns;
    }

    private AwsTarget with(String attribute, String pattern, char separator) {
        return new AwsTarget(patterns.with(attribute, Glob.of(attribute, pattern, separator)));
    }

    AwsTarget service(String pattern) {
        return with("service", AttributePatterns.lower(pattern), (char) 0);
    }

    /**
     * Only operations that match, as the service's API names them, for example {@code GetObject} or {@code List*}.
     *
     * @throws IllegalArgumentException if it begins with a small letter, as methods of clients do and operations never
     */
    public AwsTarget operation(String pattern) {
        if (!pattern.isEmpty() && Character.isLowerCase(pattern.charAt(0))) {
            throw new IllegalArgumentException("The names of AWS operations begin with a capital, but '" + pattern
                    + "' does not; write it as the service's API does: "
                    + Character.toUpperCase(pattern.charAt(0)) + pattern.substring(1));
        }
        return with("operation", pattern, (char) 0);
    }

    /** Only requests signed for this Region, for example {@code us-east-1}. */
    public AwsTarget region(String pattern) {
        return with("region", AttributePatterns.lower(pattern), (char) 0);
    }

    /** Only requests to an endpoint whose host matches. */
    public AwsTarget host(String pattern) {
        return new AwsTarget(patterns.with("host", Glob.ignoringCase("host", pattern)));
    }

    /**
     * Only requests for this bucket.
     *
     * @throws IllegalArgumentException if the service is one that has no buckets, or a table is asked for too
     */
    public AwsTarget bucket(String pattern) {
        requireService("bucket", List.of("s3"));
        requireNo("table", "bucket");
        return with("bucket", pattern, (char) 0);
    }

    /**
     * Only requests for this object key; {@code *} within a segment, {@code **} across segments.
     *
     * @throws IllegalArgumentException if the service is one that has no object keys
     */
    public AwsTarget key(String pattern) {
        requireService("key", List.of("s3", "dynamodb"));
        return with("key", pattern, '/');
    }

    /**
     * Only requests for this table.
     *
     * @throws IllegalArgumentException if the service is one that has no tables, or a bucket is asked for too
     */
    public AwsTarget table(String pattern) {
        requireService("table", List.of("dynamodb"));
        requireNo("bucket", "table");
        return with("table", pattern, (char) 0);
    }

    private void requireService(String attribute, List<String> services) {
        Glob service = patterns.pattern("service");
        if (service != null && services.stream().noneMatch(service::matches)) {
            throw new IllegalArgumentException(
                    "The AWS service '" + service + "' has no " + attribute + ", so this target can never match; "
                            + attribute + " belongs to " + String.join(" or ", services));
        }
    }

    private void requireNo(String other, String attribute) {
        if (patterns.pattern(other) != null) {
            throw new IllegalArgumentException("No request has both a " + other + " and a " + attribute
                    + ", so this target can never match; arm one fault for each");
        }
    }

    /** The attributes this target asks for and their patterns, in the words of scenario files. */
    public Map<String, String> attributes() {
        return AttributeMaps.of(patterns);
    }

    @Override
    public OperationKind kind() {
        return OperationKind.AWS;
    }

    @Override
    public boolean matches(Operation operation) {
        return patterns.matches(operation);
    }

    @Override
    public String describe() {
        return patterns.describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}
