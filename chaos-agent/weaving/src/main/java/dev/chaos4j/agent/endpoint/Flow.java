package dev.chaos4j.agent.endpoint;

import dev.chaos4j.fault.BrokenStream.How;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** How bytes go one way over one connection. Confined to the thread that passes them. */
final class Flow {

    private static final int BUFFER = 16 * 1024;

    private final Visit visit;
    private final Pace pace;
    private final @Nullable How how;
    private long left;

    private Flow(Visit visit, Pace pace, @Nullable How how, long left) {
        this.visit = visit;
        this.pace = pace;
        this.how = how;
        this.left = left;
    }

    /** As they come. */
    static Flow free(Visit visit) {
        return new Flow(visit, Pace.FREE, null, Long.MAX_VALUE);
    }

    /** At this pace. */
    static Flow slow(Visit visit, Pace pace) {
        return new Flow(visit, pace, null, Long.MAX_VALUE);
    }

    /** As they come, until so many have passed. */
    static Flow breaking(Visit visit, How how, long after) {
        return new Flow(visit, Pace.FREE, how, after);
    }

    /** Passes them, until their stream ends or breaks. */
    void pass(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        int count = in.read(buffer, 0, next(buffer));
        while (count >= 0) {
            if (left > 0) {
                write(out, buffer, count);
            }
            if (how != null && left == 0) {
                breakOff(how, in, to, buffer);
                return;
            }
            count = in.read(buffer, 0, next(buffer));
        }
        to.shutdownOutput();
    }

    /** At least one is asked for: a stream that breaks after none does so when the first one comes. */
    private int next(byte[] buffer) {
        return (int) Math.max(1, Math.min(left, Math.min(buffer.length, pace.most())));
    }

    private void write(OutputStream out, byte[] buffer, int count) throws IOException {
        pause(pace.nanosBefore(count));
        out.write(buffer, 0, count);
        pause(pace.nanosAfter(count));
        if (how != null) {
            left -= count;
        }
    }

    private void pause(long nanos) throws IOException {
        if (nanos > 0) {
            visit.pause(nanos);
        }
    }

    private void breakOff(How by, InputStream in, Socket to, byte[] buffer) throws IOException {
        switch (by) {
            case RESET -> visit.reset();
            case STALL -> visit.stall();
            case END -> {
                to.shutdownOutput();
                discard(in, buffer);
            }
        }
    }

    /** The sender does not notice until the other side closes the connection. */
    private static void discard(InputStream in, byte[] buffer) throws IOException {
        int count = in.read(buffer);
        while (count >= 0) {
            count = in.read(buffer);
        }
    }
}
