package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.ClientInstrumentation;
import dev.chaos4j.agent.client.ClientPoint;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.List;

/** The points of the JDK's HTTP client. */
public final class JavaHttpInstrumentation implements ClientInstrumentation {

    private static final String CLIENT = "java.net.http.HttpClient";
    private static final String HERE = "dev.chaos4j.agent.client.javahttp.";
    private static final String INTERNALS = "jdk.internal.net.http.";

    /** The one that calls pass, whichever public method they begin with; no attempt is made there. */
    private static final ClientPoint CALL = new ClientPoint(
            InjectionPoint.ofCall(OperationKind.HTTP, CLIENT + "#send"),
            Target.method(INTERNALS + "HttpClientImpl#sendAsync(HttpRequest, HttpResponse$BodyHandler,"
                    + " HttpResponse$PushPromiseHandler, Executor)"),
            HERE + "CallInterceptor");

    private static final ClientPoint ATTEMPT = ClientPoint.attempt(
            OperationKind.HTTP,
            CLIENT + "#exchange",
            INTERNALS + "Exchange#responseAsync()",
            HERE + "AttemptInterceptor");

    @Override
    public String library() {
        return "JDK HttpClient";
    }

    @Override
    public List<ClientPoint> points() {
        return List.of(
                CALL,
                ATTEMPT,
                body("readBodyAsync(HttpResponse$BodyHandler)", "ReadBodyInterceptor"),
                body("ignoreBody()", "NoBodyInterceptor"),
                body("nullBody(HttpResponse, Throwable)", "NoBodyInterceptor"));
    }

    /** Where the client asks for the body of an answer; nothing is counted there. */
    private static ClientPoint body(String method, String interceptor) {
        return new ClientPoint(
                InjectionPoint.ofCall(OperationKind.HTTP, CLIENT + "#body"),
                Target.method(INTERNALS + "Exchange#" + method),
                HERE + interceptor);
    }
}
