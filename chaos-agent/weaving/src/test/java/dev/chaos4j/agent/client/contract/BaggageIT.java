package dev.chaos4j.agent.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.scope.Baggage;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The request id goes to the next process, if that is asked for. */
@Timeout(60)
class BaggageIT {

    private final Server server =
            Server.that((request, connection) -> connection.send("HTTP/1.1 204 No Content\r\n\r\n"));
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        System.clearProperty(Baggage.PROPERTY);
        session.close();
        server.close();
    }

    @Test
    void isNotWrittenUnlessAskedFor() throws Exception {
        session.observe(Target.http());

        send(HttpRequest.newBuilder(server.uri()));

        assertThat(sent()).isEmpty();
    }

    @Test
    void carriesTheRequestIdAndCanBeReadBack() throws Exception {
        System.setProperty(Baggage.PROPERTY, "true");
        session.observe(Target.http());

        send(HttpRequest.newBuilder(server.uri()));

        assertThat(sent()).isEqualTo("chaos4j-request=order%207");
        assertThat(Baggage.requestId(List.of(sent()))).contains("order 7");
    }

    @Test
    void keepsTheCallersOwnBaggage() throws Exception {
        System.setProperty(Baggage.PROPERTY, "true");
        session.arm(Latency.of(Duration.ofMillis(1)), Target.http());

        send(HttpRequest.newBuilder(server.uri())
                .header("Baggage", "user=alice")
                .header("X-Other", "1"));

        assertThat(sent()).isEqualTo("user=alice,chaos4j-request=order%207");
        assertThat(server.requests().get(0).header("x-other")).isEqualTo("1");
    }

    @Test
    void isNotWrittenOutsideARequest() throws Exception {
        System.setProperty(Baggage.PROPERTY, "true");
        session.observe(Target.http());

        client.send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.discarding());

        assertThat(sent()).isEmpty();
    }

    private void send(HttpRequest.Builder request) throws Exception {
        try (var stay = ChaosContext.ofRequest("order 7").open()) {
            client.send(request.build(), BodyHandlers.discarding());
        }
    }

    private String sent() {
        return server.requests().get(0).header("baggage");
    }
}
