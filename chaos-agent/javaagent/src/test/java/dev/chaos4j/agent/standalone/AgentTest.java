package dev.chaos4j.agent.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {

    /** Not on the common pool, which has one thread on two processors: one blocks while the other is to run. */
    private static final Executor ON_ITS_OWN = task -> new Thread(task).start();

    private static final long PID = ProcessHandle.current().pid();
    private static final String SCENARIO = """
            chaos4j: 1
            name: rehearsal
            faults:
              inventory: {target: "shop.Inventory#stock", latency: 1ms}
            stages:
              - {name: outage, for: 1m, faults: [inventory]}
            """;

    private final AtomicInteger detached = new AtomicInteger();
    private final Agent agent = new Agent(new Weaving(untouched()), detached::incrementAndGet);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();

    /** Its connection was queued: armed now, the scenario would belong to nobody. */
    @Test
    void armsNothingOnceItIsDetached() throws IOException {
        agent.handle(Request.of("detach"), OutputStream.nullOutputStream());

        int exitCode = agent.handle(new Request("arm", Map.of("scenario", SCENARIO)), reply);

        assertThat(exitCode).isEqualTo(ExitCode.NO_AGENT);
        assertThat(reply.toString(UTF_8)).contains("detached", "nothing is armed");
    }

    @Test
    void asksForAnotherAgentOnceItIsDetached() throws IOException {
        assertThat(agent.apply(AgentArguments.none())).isTrue();

        agent.handle(Request.of("detach"), OutputStream.nullOutputStream());

        assertThat(agent.apply(AgentArguments.parse("scenario=s3-2017-wrong-input")))
                .isFalse();
    }

    @Test
    void leavesAfterAQuestionIfNothingWasArmed() throws IOException {
        assertThat(agent.handle(Request.of("leave"), reply)).isEqualTo(ExitCode.OK);

        assertThat(reply.toString(UTF_8)).contains("the agent is gone");
    }

    /** Cleaners of temporary files do this. */
    @Test
    void canBeReachedAgainAfterItsFilesWereDeleted(@TempDir Path place) throws IOException {
        agent.listen(place);
        delete(place);
        assertThat(ControlClient.find(PID, place)).isEmpty();

        assertThat(agent.listenAgain(place)).isTrue();

        detach(place);
        await().until(() -> detached.get() == 1);
        assertThat(agent.listenAgain(place)).isFalse();
    }

    @Test
    void canBeReachedWhereItIsAskedToListen(@TempDir Path place, @TempDir Path other) throws IOException {
        agent.listen(place);

        agent.listenAgain(other);

        assertThat(ControlClient.find(PID, place)).isEmpty();
        detach(other);
        await().until(() -> detached.get() == 1);
    }

    private static void detach(Path place) throws IOException {
        ControlClient client = ControlClient.find(PID, place).orElseThrow();
        client.send(Request.of("detach"), OutputStream.nullOutputStream(), Duration.ofSeconds(10));
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path directory : (Iterable<Path>) files::iterator) {
                Files.delete(directory.resolve("control"));
                Files.delete(directory);
            }
        }
    }

    @Test
    void whoNeverReadsTheAnswerKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(
                () -> status(new OutputStream() {
                    @Override
                    public void write(int oneByte) throws IOException {
                        sending.countDown();
                        waitFor(read);
                    }
                }),
                ON_ITS_OWN);
        assertThat(sending.await(10, SECONDS)).isTrue();

        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> status(reply), ON_ITS_OWN);

        assertThat(other.get(10, SECONDS)).isEqualTo(ExitCode.OK);
        assertThat(slow).isNotDone();
        read.countDown();
        assertThat(slow.get(10, SECONDS)).isEqualTo(ExitCode.OK);
    }

    private int status(OutputStream to) {
        try {
            return agent.handle(Request.of("status"), to);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** None of these tests gets as far as weaving. */
    private static Instrumentation untouched() {
        return (Instrumentation) Proxy.newProxyInstance(
                AgentTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("Nothing may be woven, but this was called: " + method.getName());
                });
    }
}
