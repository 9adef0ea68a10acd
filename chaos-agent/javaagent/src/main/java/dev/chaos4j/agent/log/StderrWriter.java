package dev.chaos4j.agent.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes texts one after the other, in a thread of its own that ends when there is nothing to write. Whoever writes waits
 * until it is done, but not for long: standard error may be a pipe that nobody reads, and neither the application nor the
 * end of a scenario may wait for that. While it is stuck nobody waits at all, and what does not fit is dropped.
 * Thread-safe.
 */
final class StderrWriter {

    private static final int MOST_WAITING = 256;
    private static final long LONGEST_WAIT_MILLIS = 500;

    private final OutputStream stream;
    private final ThreadPoolExecutor writer;
    private volatile boolean stuck;

    StderrWriter(OutputStream stream) {
        this.stream = stream;
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                StderrWriter::thread,
                new ThreadPoolExecutor.DiscardPolicy());
        writer.allowCoreThreadTimeOut(true);
    }

    /** Past {@code System.err}, which belongs to the application and may be code of its own. */
    static StderrWriter ofThisJvm() {
        return new StderrWriter(new FileOutputStream(FileDescriptor.err));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "chaos4j-log", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    void write(String text) {
        try {
            Future<?> written = writer.submit(() -> writeNow(text));
            if (!stuck) {
                written.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            stuck = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException | Error e) {
            // no thread, no memory, no standard error: there is no way to tell anybody
        }
    }

    private void writeNow(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stuck = false;
        } catch (IOException e) {
            // standard error is closed: there is nobody left to tell
        }
    }
}
