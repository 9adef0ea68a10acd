package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

/**
 * One request to an AWS service as an operation. Attributes are read when asked for.
 *
 * @param request what the caller asked for
 * @param name the operation's name in the service's API
 * @param region the Region that the client signs for; null if unknown
 * @param http the request that goes out; null for a logical call
 */
record AwsOperation(
        InjectionPoint point,
        SdkRequest request,
        String name,
        @Nullable Region region,
        @Nullable SdkHttpRequest http) implements Operation {

    private static final String SERVICES = "software.amazon.awssdk.services.";

    /** A logical call. */
    static AwsOperation call(InjectionPoint point, ClientExecutionParams<?, ?> params, @Nullable Region region) {
        SdkRequest request = params.getInput();
        return new AwsOperation(point, request, name(params.getOperationName(), request), region, null);
    }

    /** An attempt. */
    static AwsOperation attempt(InjectionPoint point, RequestExecutionContext context, SdkHttpRequest http) {
        SdkRequest request = context.originalRequest();
        String operation = context.executionAttributes().getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        Region region = context.executionAttributes().getAttribute(AwsExecutionAttribute.AWS_REGION);
        return new AwsOperation(point, request, name(operation, request), region, http);
    }

    private static String name(@Nullable String operation, SdkRequest request) {
        return operation == null ? request.getClass().getSimpleName().replaceAll("Request$", "") : operation;
    }

    /** The service by the name of its package, for example {@code s3}. */
    String service() {
        String type = request.getClass().getName();
        if (!type.startsWith(SERVICES)) {
            return type.toLowerCase(Locale.ROOT);
        }
        return type.substring(SERVICES.length(), type.indexOf('.', SERVICES.length()));
    }

    /** The member of the request of this name as text, if it has one. */
    Optional<String> member(String name) {
        return request.getValueForField(name, Object.class).map(String::valueOf);
    }

    @Override
    public @Nullable String attribute(String name) {
        return switch (name) {
            case "service" -> service();
            case "operation" -> name();
            case "region" -> region == null ? null : region.id();
            case "host" -> http == null ? null : http.host();
            case "bucket" -> member("Bucket").orElse(null);
            case "key" -> member("Key").orElse(null);
            case "table" -> member("TableName").orElse(null);
            default -> null;
        };
    }
}
