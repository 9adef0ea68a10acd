package dev.chaos4j.agent.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The command line's end of the control channel to one agent. Thread-safe. */
public final class ControlClient {

    private static final Path PROC = Path.of("/proc");

    private final long pid;
    private final Path socket;

    private ControlClient(long pid, Path socket) {
        this.pid = pid;
        this.socket = socket;
    }

    /**
     * The way to the agent of a process; empty if none listens, or only one that is not its user's.
     *
     * @param pid the process as this process sees it
     * @param place where the agent was told to make its socket; null for the usual places
     */
    public static Optional<ControlClient> find(long pid, @Nullable Path place) {
        UserPrincipal owner = ownerOf(pid);
        long inside = ControlPlaces.pidInside(PROC, pid);
        return ControlPlaces.forCommand(PROC, pid, place).stream()
                .flatMap(candidate -> ControlFiles.find(inside, candidate, owner).stream())
                .filter(ControlFiles::answers)
                .findFirst()
                .map(directory -> new ControlClient(pid, directory.resolve(ControlFiles.SOCKET)));
    }

    private static @Nullable UserPrincipal ownerOf(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        if (Files.isDirectory(process)) {
            return ControlFiles.ownerOf(process);
        }
        try {
            return ControlFiles.ownerOf(Path.of("/")) == null ? null : self();
        } catch (IOException e) {
            return null;
        }
    }

    private static UserPrincipal self() throws IOException {
        return FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }

    /** The process that the agent is in. */
    public long pid() {
        return pid;
    }

    /**
     * Sends one request and copies the reply.
     *
     * @return the exit code
     * @throws SocketTimeoutException if the agent does not answer within {@code atMost}, or takes no connection
     * @throws IOException if the agent breaks off
     */
    public int send(Request request, OutputStream reply, Duration atMost) throws IOException {
        try (SocketChannel channel = Connecting.to(socket, Connecting.LONGEST)) {
            FutureTask<Integer> exchange = new FutureTask<>(() -> exchange(channel, request, reply));
            ControlThreads.make("chaos4j-request", exchange).start();
            return exchange.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("The agent did not answer within " + atMost.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException("The agent broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the agent", e);
        }
    }

    private static int exchange(SocketChannel channel, Request request, OutputStream reply) throws IOException {
        Wire.writeRequest(new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel))), request);
        int exitCode =
                Wire.readReply(new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel))), reply);
        reply.flush();
        return exitCode;
    }
}
