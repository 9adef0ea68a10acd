package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.List;

/** The points of the AWS SDK. */
public final class AwsSdkInstrumentation implements ClientInstrumentation {

    private static final String SDK = "software.amazon.awssdk.";
    private static final String HANDLERS = SDK + "core.internal.handler.";
    private static final String HTTP = SDK + "core.internal.http.";
    private static final String STAGES = HTTP + "pipeline.stages.";
    private static final String HERE = "dev.chaos4j.agent.client.awssdk.";
    private static final String REQUEST = "(SdkHttpFullRequest, RequestExecutionContext)";

    @Override
    public String library() {
        return "AWS SDK for Java 2";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(
                call("SdkClient#call", HANDLERS + "BaseSyncClientHandler#execute", "CallInterceptor"),
                call("SdkAsyncClient#call", HANDLERS + "BaseAsyncClientHandler#execute", "CallInterceptor"),
                call("context", HTTP + "RequestExecutionContext$Builder#build()", "ContextInterceptor"),
                call("stage", STAGES + "MakeHttpRequestStage#execute" + REQUEST, "StageInterceptor"),
                call(
                        "async-stage",
                        STAGES + "MakeAsyncHttpRequestStage#executeHttpRequest" + REQUEST,
                        "StageInterceptor"),
                attempt(
                        "SdkHttpClient#request",
                        "+" + SDK + "http.SdkHttpClient#prepareRequest(HttpExecuteRequest)",
                        "SyncInterceptor"),
                attempt(
                        "SdkAsyncHttpClient#request",
                        "+" + SDK + "http.async.SdkAsyncHttpClient#execute(AsyncExecuteRequest)",
                        "AsyncInterceptor"));
    }

    private static ClientPoint attempt(String key, String methods, String interceptor) {
        return ClientPoint.attempt(OperationKind.AWS, SDK + key, methods, HERE + interceptor);
    }

    /** A point where no attempt is made. */
    private static ClientPoint call(String key, String methods, String interceptor) {
        return new ClientPoint(
                InjectionPoint.ofCall(OperationKind.AWS, SDK + key), Target.method(methods), HERE + interceptor);
    }
}
