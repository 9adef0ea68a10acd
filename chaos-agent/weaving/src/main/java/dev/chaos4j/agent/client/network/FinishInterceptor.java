package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A client asks whether the pending connection of its channel is made. */
public final class FinishInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public FinishInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.self() instanceof SocketChannel channel)) {
            return null;
        }
        PendingConnect connect = Connections.of(channel, PendingConnect.class);
        if (connect == null) {
            return null;
        }
        if (connect.isHeld()) {
            if (!channel.isBlocking()) {
                return Interception.answer(false);
            }
            connect.awaitBegun();
        }
        connect.finishing(true);
        return new Finish(connect);
    }

    private record Finish(PendingConnect connect) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            connect.finishing(false);
            if (thrown == null && !Boolean.TRUE.equals(returned)) {
                return returned;
            }
            Throwable seen = connect.finished(thrown);
            if (seen != null) {
                throw seen;
            }
            return returned;
        }
    }
}
