package dev.chaos4j.agent.client.contract;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.chaos4j.Chaos;
import dev.chaos4j.agent.client.contract.Subject.Use;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.net.URI;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Answers in chunks, which announce no length: clients differ in whether they notice that the rest is missing. */
@Timeout(60)
class ChunkedIT {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    static Stream<Arguments> clients() {
        Target s3 = Target.aws("s3");
        return Stream.of(
                client("JDK", Target.http(), endpoint -> new JavaHttpSubject(endpoint, Times.PATIENT, false)),
                client("JDK, async", Target.http(), endpoint -> new JavaHttpSubject(endpoint, Times.PATIENT, true)),
                client("URL", s3, endpoint -> new S3Subject(endpoint, UrlConnectionHttpClient.builder())),
                client("Apache 4", s3, endpoint -> new S3Subject(endpoint, ApacheHttpClient.builder())),
                client("Apache 5", s3, endpoint -> new S3Subject(endpoint, Apache5HttpClient.builder())),
                client("Netty", s3, endpoint -> new S3AsyncSubject(endpoint, S3NettyIT.http(Times.PATIENT))));
    }

    private static Arguments client(String name, Target target, Function<URI, Subject> clients) {
        return argumentSet(name, target, clients);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aTruncatedAnswerLooksAsOneWhoseLastChunksAreMissing(Target target, Function<URI, Subject> clients) {
        Server whole = Server.that(
                (request, connection) -> connection.send(HEAD + chunk("the content") + chunk(" of it ") + chunk("")));
        Server cutting = Server.that((request, connection) -> {
            connection.send(HEAD + chunk("the conte"));
            connection.close();
        });

        try (whole;
                cutting;
                ChaosSession session = Chaos.session(SessionOptions.test("chunked"));
                Trial trial = new Trial(session, target, clients, whole.uri())) {
            trial.assertLooksAs(cutting.uri(), Corruption.truncated(0.5), Use.READ);
        }
    }

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }
}
