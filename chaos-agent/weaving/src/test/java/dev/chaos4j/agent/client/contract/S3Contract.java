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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is particular to S3: its errors, below the SDK's own parser and retry. */
abstract class S3Contract extends ClientContract {

    @Override
    Target target() {
        return Target.aws("s3");
    }

    @Override
    Map<String, String> attributesOfRead(Server server) {
        return Map.of(
                "service", "s3",
                "operation", "GetObject",
                "region", "us-east-1",
                "host", "127.0.0.1",
                "bucket", "bucket",
                "key", "key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | Slow Down             | SlowDown              | Please reduce your request rate.",
                "500 | Internal Server Error | InternalError         | We encountered an internal error. Please try again.",
                "403 | Forbidden             | AccessDenied          | Access Denied",
                "404 | Not Found             | NoSuchBucket          | The specified bucket does not exist",
                "404 | Not Found             | NoSuchKey             | The specified key does not exist.",
            })
    void anErrorLooksAsOneOfTheService(int status, String reason, String code, String message) {
        for (Use use : Use.values()) {
            assertLooksAs(
                    answering(status, reason, code, message),
                    Reply.status(status).code(code),
                    use);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WRONG_CREDENTIALS   | 403 | Forbidden   | InvalidAccessKeyId"
                        + " | The AWS Access Key Id you provided does not exist in our records.",
                "EXPIRED_CREDENTIALS | 400 | Bad Request | ExpiredToken | The provided token has expired.",
                "WRONG_ACCOUNT       | 403 | Forbidden   | AccessDenied | Access Denied",
                "WRONG_NAME          | 404 | Not Found   | NoSuchBucket | The specified bucket does not exist",
                "WRONG_REGION        | 400 | Bad Request | AuthorizationHeaderMalformed | The authorization header is"
                        + " malformed; the region 'us-west-2' is wrong; expecting 'us-east-1'",
            })
    void aMistakeLooksAsTheServicesAnswerToIt(Mistake mistake, int status, String reason, String code, String message) {
        for (Use use : Use.values()) {
            assertLooksAs(answering(status, reason, code, message), Misconfiguration.of(mistake), use);
        }
    }

    @ParameterizedTest
    @CsvSource({"503, SlowDown, 3", "500, InternalError, 3", "403, AccessDenied, 1", "404, NoSuchBucket, 1"})
    void theSdkRepeatsWhatItThinksWorthRepeating(int status, String code, int attempts) {
        assertThat(injected(Reply.status(status).code(code), Use.READ).attempts())
                .isEqualTo(attempts);
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_PATH, 404, Not Found",
        "PROXY_FAILS, 502, Bad Gateway",
        "PROXY_REFUSES, 407, ''",
        "REDIRECT_LOOP, 302, ''"
    })
    void aPageOfSomethingElseIsAnswered(Mistake mistake, int status, String reason) {
        Reply page = Objects.requireNonNull(WrongAnswers.to("/bucket/key", mistake));
        String body = new String(page.body().orElseThrow(), StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason + "\r\n");
        page.headers().forEach((name, content) -> head.append(name + ": " + content + "\r\n"));
        Server answering = Server.that((request, connection) ->
                connection.send(head + "Content-Length: " + body.length() + "\r\n\r\n" + body));

        assertLooksAs(answering, Misconfiguration.of(mistake), Use.READ);
    }

    private static Server answering(int status, String reason, String code, String message) {
        return Server.that((request, connection) -> {
            String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                    + message + "</Message><RequestId>R1</RequestId><HostId>H1</HostId></Error>";
            boolean head = request.method().equals("HEAD");
            connection.send("HTTP/1.1 " + status + " " + reason + "\r\nx-amz-request-id: R1\r\nx-amz-id-2: H1\r\n"
                    + "Content-Type: application/xml\r\n"
                    + (head ? "" : "Content-Length: " + body.length() + "\r\n")
                    + "\r\n" + (head ? "" : body));
        });
    }
}
