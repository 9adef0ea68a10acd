package dev.chaos4j.agent.endpoint;

import dev.chaos4j.agent.points.OwnThread;
import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Direction;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leads on to the origin, and passes the bytes of both ways as they are, as slowly and as far as the fault says. The origin
 * is dialled before the client connects, so that a client whose origin is not there sees just that. An end of stream and a
 * reset pass, too.
 */
final class Relay implements Endpoint {

    private final Direction faulty;
    private final Function<Visit, Flow> fault;

    private Relay(Direction faulty, Function<Visit, Flow> fault) {
        this.faulty = faulty;
        this.fault = fault;
    }

    static Relay with(Bandwidth bandwidth) {
        return new Relay(bandwidth.direction(), visit -> Flow.slow(visit, Pace.of(bandwidth)));
    }

    static Relay with(BrokenStream broken) {
        return new Relay(broken.direction(), visit -> Flow.breaking(visit, broken.how(), broken.after()));
    }

    @Override
    public Service open(Visit visit) throws IOException {
        Socket origin = visit.keep(new Socket());
        origin.setTcpNoDelay(true); // makes the socket: what fails up to here is ours, and not the origin's
        try {
            origin.connect(visit.origin());
        } catch (IOException refused) {
            throw visit.isOver() ? refused : new Unreachable(refused);
        }
        return client -> relay(visit, client, origin);
    }

    private void relay(Visit visit, Socket client, Socket origin) {
        CompletableFuture<@Nullable Void> requests = new CompletableFuture<>();
        OwnThread.run("relay", () -> {
            try {
                pass(visit, Direction.REQUESTS, client, origin);
            } finally {
                requests.complete(null);
            }
        });
        pass(visit, Direction.ANSWERS, origin, client);
        requests.join();
    }

    private void pass(Visit visit, Direction way, Socket from, Socket to) {
        try {
            (faulty.includes(way) ? fault.apply(visit) : Flow.free(visit)).pass(from, to);
        } catch (SocketException gone) {
            visit.reset(); // by one side, so the other learns it
        } catch (IOException ended) {
            visit.close();
        } catch (Throwable unexpected) {
            visit.fail(unexpected);
        }
    }
}
