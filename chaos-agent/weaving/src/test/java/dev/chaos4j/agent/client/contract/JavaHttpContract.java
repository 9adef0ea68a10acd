package dev.chaos4j.agent.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.client.WrongAnswers;
import dev.chaos4j.agent.client.contract.Subject.Use;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.target.Target;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is particular to plain HTTP. */
abstract class JavaHttpContract extends ClientContract {

    @Override
    Target target() {
        return Target.http();
    }

    @Override
    Map<String, String> attributesOfRead(Server server) {
        return Map.of(
                "method", "GET",
                "scheme", "http",
                "host", "127.0.0.1",
                "port", String.valueOf(server.port()),
                "path", "/bucket/key");
    }

    @ParameterizedTest
    @CsvSource({
        "503, READ, busy",
        "503, WRITE, busy",
        "503, HEAD, ''",
        "500, READ, ''",
        "429, READ, slower",
        "404, READ, none",
        "200, READ, other content",
        "204, WRITE, ''",
        "304, READ, ''"
    })
    void anAnswerLooksAsOneOfTheServer(int status, Use use, String body) {
        boolean hasLength = status != 204;
        Server answering = Server.that((request, connection) -> connection.send("HTTP/1.1 " + status + " Whatever\r\n"
                + "Retry-After: 1\r\n"
                + (hasLength ? "Content-Length: " + body.length() + "\r\n" : "")
                + "\r\n"
                + (status == 304 ? "" : body)));

        assertLooksAs(answering, Reply.status(status).header("Retry-After", "1").body(body), use);
    }

    @Test
    void anErrorCodeHasNoPlaceInPlainHttp() {
        assertThat(notApplied(Reply.status(503).code("SlowDown")))
                .singleElement()
                .asString()
                .contains("plain HTTP has no place for the error code 'SlowDown'", "Reply.body(...)");
    }

    @Test
    void aRegionIsNothingThatPlainHttpKnows() {
        assertThat(notApplied(Misconfiguration.of(Mistake.WRONG_REGION)))
                .singleElement()
                .asString()
                .contains("a plain HTTP endpoint has no Region");
    }

    @ParameterizedTest
    @CsvSource({"WRONG_NAME, 404", "WRONG_ACCOUNT, 403"})
    void aMistakeThatTheServerNoticesIsAnswered(Mistake mistake, int status) {
        Server answering = Server.that((request, connection) ->
                connection.send("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n"));

        assertLooksAs(answering, Misconfiguration.of(mistake), Use.READ);
    }

    @ParameterizedTest
    @CsvSource({"WRONG_PATH, 404", "PROXY_FAILS, 502", "PROXY_REFUSES, 407", "REDIRECT_LOOP, 302"})
    void aPageOfSomethingElseIsAnswered(Mistake mistake, int status) {
        Reply page = Objects.requireNonNull(WrongAnswers.to("/bucket/key", mistake));
        String body = new String(page.body().orElseThrow(), StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        page.headers().forEach((name, content) -> head.append(name + ": " + content + "\r\n"));
        Server answering = Server.that((request, connection) ->
                connection.send(head + "Content-Length: " + body.length() + "\r\n\r\n" + body));

        assertThat(body).startsWith("<html>");
        assertLooksAs(answering, Misconfiguration.of(mistake), Use.READ);
    }

    @Test
    void theOtherOfTwoSwappedEndpointsIsSeen() {
        Server other = Server.that(
                (request, connection) -> connection.send("HTTP/1.1 410 Gone\r\nContent-Length: 5\r\n\r\nother"));

        assertLooksAs(other, Misconfiguration.swappedWith("127.0.0.1:" + other.port()), Use.READ);
        assertThat(other.requests()).hasSizeGreaterThanOrEqualTo(2);
    }
}
