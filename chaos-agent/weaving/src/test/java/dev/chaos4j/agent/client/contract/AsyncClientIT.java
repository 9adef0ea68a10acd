package dev.chaos4j.agent.client.contract;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.journal.Entry.AttemptEnded;
import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/** Waits of asynchronous clients: they block no thread, and end with the call. */
@Timeout(60)
class AsyncClientIT {

    private static final int CALLS = 200;

    /** Never closed, because that takes seconds. */
    private static final SdkEventLoopGroup ONE_LOOP =
            SdkEventLoopGroup.builder().numberOfThreads(1).build();

    private final Server server =
            Server.that((request, connection) -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    private final ChaosSession session = Chaos.session(SessionOptions.test("async"));
    private final ExecutorService tiny = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        session.close();
        server.close();
        tiny.shutdownNow();
    }

    @Test
    void theJdksClientDelaysManyCallsOnTwoThreads() {
        HttpClient client = HttpClient.newBuilder().executor(tiny).build();
        HttpRequest get = HttpRequest.newBuilder(server.uri()).build();

        assertDelayedTogether(Target.http(), () -> client.sendAsync(get, BodyHandlers.ofString()));
    }

    @Test
    void nettyDelaysManyCallsOnOneEventLoop() {
        try (S3AsyncSubject s3 =
                new S3AsyncSubject(server.uri(), S3NettyIT.http(Times.PATIENT).eventLoopGroup(ONE_LOOP))) {
            assertDelayedTogether(Target.aws("s3"), s3::start);
        }
    }

    /** One after the other, they would take 200 seconds; on two threads, half of it. */
    private void assertDelayedTogether(Target target, Supplier<CompletableFuture<?>> start) {
        started(start).join();
        session.arm(Latency.of(ofSeconds(1)), target);
        long before = System.nanoTime();

        List<CompletableFuture<?>> calls = Stream.<CompletableFuture<?>>generate(() -> started(start))
                .limit(CALLS)
                .toList();

        CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).join();
        assertThat(System.nanoTime() - before)
                .isBetween(ofSeconds(1).toNanos(), ofSeconds(30).toNanos());
        assertThat(server.requests()).hasSize(CALLS + 1);
    }

    @Test
    void cancellingACallOfTheJdksClientEndsItsWaitAtOnce() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest get = HttpRequest.newBuilder(server.uri()).build();

        assertCancelled(Target.http(), () -> client.sendAsync(get, BodyHandlers.ofString()));
    }

    @Test
    void cancellingACallOverNettyEndsItsWaitAtOnce() {
        try (S3AsyncSubject s3 = new S3AsyncSubject(server.uri(), S3NettyIT.http(Times.PATIENT))) {
            assertCancelled(Target.aws("s3"), s3::start);
        }
    }

    private void assertCancelled(Target target, Supplier<CompletableFuture<?>> start) {
        ActiveFault hang = session.arm((Fault) Hang.untilReleased(), target);
        CompletableFuture<?> call = started(start);
        Awaitility.await().until(() -> hang.fired() == 1);

        call.cancel(true);

        Awaitility.await()
                .atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(endings()).hasSize(1).doesNotContain(Ending.OK));
        hang.release();
        // as itself or as a cause: the JDK's client cancels the future, and what leads to it on another thread
        assertThat(Seen.of(call::join).has(CancellationException.class.getName()))
                .isTrue();
        assertThat(server.requests()).isEmpty();
    }

    private List<Ending> endings() {
        return session.journal().entries().stream()
                .filter(AttemptEnded.class::isInstance)
                .map(entry -> ((AttemptEnded) entry).ending())
                .toList();
    }

    private CompletableFuture<?> started(Supplier<CompletableFuture<?>> start) {
        try (var stay = requireNonNull(session.context()).open()) {
            return start.get();
        }
    }
}
