package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.client.Interceptor;
import dev.chaos4j.agent.points.OwnWork;
import org.jspecify.annotations.Nullable;

/** We may use the network ourselves, on the way to a decision or in a logger: that passes untouched. */
abstract class NetworkInterceptor implements Interceptor {

    @Override
    public final @Nullable Interception enter(ClientCall call) throws Throwable {
        if (OwnWork.isHere()) {
            return null;
        }
        boolean before = OwnWork.begin();
        try {
            Interception interception = intercept(call);
            return interception == null ? null : new Own(interception);
        } finally {
            OwnWork.end(before);
        }
    }

    /** As {@link #enter}, for calls that are not our own. */
    abstract @Nullable Interception intercept(ClientCall call) throws Throwable;

    /** The end of a call is our work, too; its own code is not. */
    private record Own(Interception interception) implements Interception {

        @Override
        public boolean skipsBody() {
            return interception.skipsBody();
        }

        @Override
        public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
            boolean before = OwnWork.begin();
            try {
                return interception.end(returned, thrown);
            } finally {
                OwnWork.end(before);
            }
        }
    }
}
