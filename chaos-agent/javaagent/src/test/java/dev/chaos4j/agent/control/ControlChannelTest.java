package dev.chaos4j.agent.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ControlChannelTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    Path place;

    private final AtomicInteger ended = new AtomicInteger();
    private @Nullable ControlServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void carriesARequestThereAndItsReplyBack() throws IOException {
        open((request, reply) -> {
            reply.write((request.command() + request.options()).getBytes(UTF_8));
            return 6;
        });
        ByteArrayOutputStream reply = new ByteArrayOutputStream();

        int exitCode = client().send(new Request("arm", Map.of("scenario", "Grüße\n\"x\"")), reply, SOON);

        assertThat(exitCode).isEqualTo(6);
        assertThat(reply.toString(UTF_8)).isEqualTo("arm{scenario=Grüße\n\"x\"}");
    }

    @Test
    void streamsRepliesLargerThanAnyBuffer() throws IOException {
        byte[] line = "0123456789\n".repeat(10_000).getBytes(UTF_8);
        open((request, reply) -> {
            for (int i = 0; i < 50; i++) {
                reply.write(line);
            }
            return 0;
        });
        ByteArrayOutputStream reply = new ByteArrayOutputStream();

        client().send(Request.of("journal"), reply, SOON);

        assertThat(reply.size()).isEqualTo(50 * line.length);
    }

    @Test
    void tellsAReplyThatWasCutOff() throws IOException {
        open((request, reply) -> {
            reply.write("half".getBytes(UTF_8));
            throw new IOException("the agent died");
        });

        assertThatThrownBy(() -> client().send(Request.of("status"), OutputStream.nullOutputStream(), SOON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void givesUpOnAnAgentThatDoesNotAnswer() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        open((request, reply) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });

        assertThatThrownBy(() ->
                        client().send(Request.of("status"), OutputStream.nullOutputStream(), Duration.ofMillis(50)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer");
        never.countDown();
    }

    /** As a process that is stopped: the system takes a few connections for it, and lets the next one wait for ever. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems refuse at once")
    void givesUpOnAnAgentThatTakesNoConnection() throws IOException {
        Path directory = ControlFiles.create(PID, List.of(place));
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("control"));
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(address, 1);
            while (fill(address, waiting)) {}

            ControlClient client = client();

            assertThatThrownBy(() -> client.send(Request.of("status"), OutputStream.nullOutputStream(), SOON))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("takes no connection");
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static boolean fill(UnixDomainSocketAddress address, List<SocketChannel> waiting) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        waiting.add(channel);
        channel.configureBlocking(false);
        try {
            return channel.connect(address);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aStuckClientKeepsNobodyElseWaiting() throws IOException {
        ControlServer opened = open((request, reply) -> 0);
        try (SocketChannel stuck = SocketChannel.open(address(opened))) {
            assertThat(stuck.isConnected()).isTrue();

            assertThat(client().send(Request.of("status"), OutputStream.nullOutputStream(), SOON))
                    .isZero();
        }
    }

    @Test
    void closesConnectionsBeyondTheEighth() throws IOException {
        ControlServer opened = open((request, reply) -> 0);
        List<SocketChannel> stuck = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            stuck.add(SocketChannel.open(address(opened)));
        }
        await().until(() -> threads().filter("chaos4j-command"::equals).count() == 8);

        try (SocketChannel ninth = SocketChannel.open(address(opened))) {
            assertThat(ninth.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        for (SocketChannel channel : stuck) {
            channel.close();
        }
    }

    @Test
    void survivesWhatIsNoRequest() throws IOException {
        ControlServer opened = open((request, reply) -> 0);
        try (SocketChannel stranger = SocketChannel.open(address(opened))) {
            stranger.write(ByteBuffer.wrap("GET /".getBytes(UTF_8)));
            await().until(() -> threads().noneMatch("chaos4j-command"::equals));
        }

        assertThat(client().send(Request.of("status"), OutputStream.nullOutputStream(), SOON))
                .isZero();
    }

    /** Applications install handlers that, for example, end the process. */
    @Test
    void anErrorOfOursNeverReachesTheApplicationsHandler() throws IOException {
        List<Throwable> reached = new CopyOnWriteArrayList<>();
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> reached.add(error));
        try {
            open((request, reply) -> {
                throw new NoClassDefFoundError("the jar was replaced");
            });

            assertThatThrownBy(() -> client().send(Request.of("disarm"), OutputStream.nullOutputStream(), SOON))
                    .isInstanceOf(IOException.class);

            await().until(() -> threads().noneMatch("chaos4j-command"::equals));
            assertThat(reached).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void leavesNoThreadAndNoFileBehind() throws IOException {
        ControlServer opened = open((request, reply) -> 0);
        client().send(Request.of("status"), OutputStream.nullOutputStream(), SOON);
        await().until(() -> threads().noneMatch("chaos4j-command"::equals));
        try (SocketChannel stuck = SocketChannel.open(address(opened))) {
            await().until(() -> threads().anyMatch("chaos4j-command"::equals));

            opened.close();

            assertThat(opened.directory()).doesNotExist();
            await().until(() -> threads().noneMatch(name -> name.matches("chaos4j-(control|command)")));
            assertThat(stuck.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        assertThat(ended).hasValue(1);
        assertThat(ControlClient.find(PID, place)).isEmpty();
    }

    @Test
    void repliesToTheCommandThatClosesIt() throws IOException {
        open((request, reply) -> {
            if (server != null) {
                server.close();
            }
            reply.write("gone".getBytes(UTF_8));
            return 0;
        });
        ByteArrayOutputStream reply = new ByteArrayOutputStream();

        assertThat(client().send(Request.of("detach"), reply, SOON)).isZero();

        assertThat(reply.toString(UTF_8)).isEqualTo("gone");
        await().until(() -> ended.get() == 1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has access control lists instead of these permissions")
    void letsOnlyTheOwnerIn() throws IOException {
        ControlServer opened = open((request, reply) -> 0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.directory())))
                .isEqualTo("rwx------");
    }

    private ControlServer open(RequestHandler handler) throws IOException {
        ControlServer opened = ControlServer.open(place, handler, ended::incrementAndGet);
        server = opened;
        return opened;
    }

    private ControlClient client() {
        return ControlClient.find(PID, place).orElseThrow();
    }

    private static UnixDomainSocketAddress address(ControlServer server) {
        return UnixDomainSocketAddress.of(server.directory().resolve("control"));
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }
}
