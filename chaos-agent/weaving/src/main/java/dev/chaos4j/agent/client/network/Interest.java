package dev.chaos4j.agent.client.network;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;

/** What selectors wait for. */
final class Interest {

    private Interest() {}

    /** Lets the selector ask anew what to wait for, if the client is interested in this operation. */
    static void renew(SelectionKey key, int operation) {
        try {
            if ((key.interestOps() & operation) != 0) {
                key.interestOpsAnd(~operation);
                key.interestOpsOr(operation);
            }
            key.selector().wakeup();
        } catch (CancelledKeyException closed) {
            // nobody is interested any more
        }
    }
}
