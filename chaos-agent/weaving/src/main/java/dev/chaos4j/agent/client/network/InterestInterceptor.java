package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** A selector asks what to wait for at a channel: not for what is held there. */
public final class InterestInterceptor extends NetworkInterceptor {

    /** For the weaver. */
    public InterestInterceptor() {}

    @Override
    @Nullable
    Interception intercept(ClientCall call) {
        if (!(call.self() instanceof SelectionKey key)) {
            return null;
        }
        int held = 0;
        for (Tracked each : Connections.of(key.channel())) {
            if (each instanceof PendingConnect connect && connect.holds(key)) {
                return Interception.answer(0);
            }
            if (each instanceof HeldTransfer transfer && transfer.holds(key)) {
                held |= ChannelParts.of(key.channel().getClass()).events(transfer.operation());
            }
        }
        return held == 0 ? null : new Without(held);
    }

    /** What the JDK says, without these events. */
    private record Without(int held) implements Interception {

        @Override
        public boolean skipsBody() {
            return false;
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return returned instanceof Integer events ? (Object) (events & ~held) : returned;
        }
    }
}
