package dev.chaos4j.agent.client.contract;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Waits of synchronous clients: an interrupt, and the SDK's own time-outs, end them at once. */
@Timeout(60)
class InterruptIT {

    private static final Duration LONG = ofSeconds(50);

    private final Server server = Server.that((request, connection) -> connection.stall());
    private final ChaosSession session = Chaos.session(SessionOptions.jvm());

    static Stream<SdkHttpClient.Builder<?>> httpClients() {
        return Stream.of(
                UrlConnectionHttpClient.builder().socketTimeout(LONG),
                ApacheHttpClient.builder().socketTimeout(LONG),
                Apache5HttpClient.builder().socketTimeout(LONG));
    }

    @AfterEach
    void close() {
        session.close();
        server.close();
    }

    @Test
    void anInterruptEndsTheWaitOfTheJdksClient() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest get = HttpRequest.newBuilder(server.uri()).build();

        Interrupted seen = interrupted(Target.http(), () -> client.send(get, BodyHandlers.ofString()));

        assertThat(seen.seen().has(InterruptedException.class.getName())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("httpClients")
    void anInterruptEndsTheWaitOfTheSdkAndTheFlagSurvives(SdkHttpClient.Builder<?> http) throws Exception {
        try (S3Subject s3 = new S3Subject(server.uri(), http)) {
            Interrupted seen = interrupted(Target.aws("s3"), s3::read);

            assertThat(seen.seen().has(AbortedException.class.getName())).isTrue();
            assertThat(seen.flag()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("httpClients")
    void theSdksTimeOutOfAnAttemptEndsTheWait(SdkHttpClient.Builder<?> http) {
        session.arm(Hang.untilReleased(), Target.aws("s3"));
        try (S3Client s3 = s3(http).overrideConfiguration(
                        options -> options.retryStrategy(S3Subject.threeTimes()).apiCallAttemptTimeout(ofMillis(100)))
                .build()) {
            Seen seen =
                    Seen.of(() -> s3.headObject(head -> head.bucket("bucket").key("key")));

            assertThat(seen.has(ApiCallAttemptTimeoutException.class.getName())).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("httpClients")
    void theSdksTimeOutOfACallEndsTheWait(SdkHttpClient.Builder<?> http) {
        session.arm(Hang.untilReleased(), Target.aws("s3"));
        try (S3Client s3 = s3(http).overrideConfiguration(options -> options.apiCallTimeout(ofMillis(200)))
                .build()) {
            Seen seen =
                    Seen.of(() -> s3.headObject(head -> head.bucket("bucket").key("key")));

            assertThat(seen.has(ApiCallTimeoutException.class.getName())).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private S3ClientBuilder s3(SdkHttpClient.Builder<?> http) {
        return S3Client.builder()
                .endpointOverride(server.uri())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(S3Subject.CREDENTIALS)
                .httpClientBuilder(http);
    }

    private Interrupted interrupted(Target target, Callable<?> call) {
        ActiveFault hang = session.arm(Hang.untilReleased(), target);
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            Seen got = Seen.of(call);
            flag.set(Thread.currentThread().isInterrupted());
            seen.complete(got);
        });
        caller.start();
        Awaitility.await().until(() -> hang.fired() == 1);

        caller.interrupt();

        assertThat(seen).succeedsWithin(ofSeconds(20));
        return new Interrupted(seen.join(), flag.get());
    }

    /** What an interrupted caller saw. */
    private record Interrupted(Seen seen, boolean flag) {}
}
