package dev.chaos4j.agent.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StderrWriterTest {

    /** Longer than this it waits for no pipe, and for no machine that stands still. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CountDownLatch emptied = new CountDownLatch(1);

    @Test
    void hasWrittenWhenItReturns() {
        StderrWriter writer = new StderrWriter(written);

        long before = System.nanoTime();
        writer.write("armed");
        boolean waitedInVain = System.nanoTime() - before >= LONGEST_WAIT.toNanos();

        assertThat(written.toString(UTF_8)).isIn(waitedInVain ? List.of("armed", "") : List.of("armed"));
    }

    /** The end of a lease logs, too: a full pipe must not keep the next fault armed. */
    @Test
    void aFullPipeHoldsNobodyUp() throws Exception {
        StderrWriter writer = new StderrWriter(fullPipe());

        CompletableFuture<Void> lease = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 1_000; i++) {
                writer.write("line ");
            }
        });

        lease.get(10, SECONDS);
        assertThat(written.size()).isZero();
        emptied.countDown();
        await().until(() -> written.toString(UTF_8).startsWith("line line "));
    }

    @Test
    void itsThreadEndsWhenNothingIsLeftToWrite() {
        new StderrWriter(written).write("armed");

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("chaos4j-log")));
    }

    private OutputStream fullPipe() {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                try {
                    emptied.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.write(oneByte);
            }
        };
    }
}
