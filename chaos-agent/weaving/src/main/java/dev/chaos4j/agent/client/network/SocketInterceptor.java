package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket is connected, on the thread that asks. */
public final class SocketInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public SocketInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.self() instanceof Socket socket)
                || !(call.argument(0) instanceof InetSocketAddress to)
                || !(call.argument(1) instanceof Integer timeOut)
                || timeOut < 0
                || socket.isClosed()
                || socket.isConnected()) {
            return null;
        }
        Openings.note(Connections.keyOf(socket), call.gate().moment());
        Passage passage = call.gate().enter(new Connect(call.gate().point(), to));
        if (passage == null) {
            return null;
        }
        long begun = call.gate().nanos();
        long nanos = timeOut == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeOut);
        Interception interception = new BlockingConnect(
                        passage, socket, to, nanos, () -> new SocketException("Socket closed"))
                .run(elsewhere -> call.argument(0, elsewhere));
        if (timeOut > 0) {
            call.argument(1, left(timeOut, call.gate().nanos() - begun));
        }
        return interception;
    }

    /** The client's time runs on while it is delayed or held; 0 would mean for ever. */
    private static int left(int millis, long waitedNanos) {
        return (int) Math.max(1, millis - TimeUnit.NANOSECONDS.toMillis(waitedNanos));
    }
}
