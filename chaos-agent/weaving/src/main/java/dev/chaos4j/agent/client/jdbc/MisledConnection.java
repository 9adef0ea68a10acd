package dev.chaos4j.agent.client.jdbc;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.agent.points.OwnThread;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.spi.Passage;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that the driver opens, by settings that may be wrong. If the server accepts them, the connection is broken off
 * when the fault ends, so that a pool does not keep it.
 */
final class MisledConnection implements Interception {

    private final Passage passage;
    private final boolean isWrong;
    private final ChaosContext.Opened stay;

    MisledConnection(Passage passage, boolean isWrong) {
        this.passage = passage;
        this.isWrong = isWrong;
        this.stay = passage.open();
    }

    @Override
    public boolean skipsBody() {
        return false;
    }

    @Override
    public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
        stay.close();
        if (thrown != null) {
            passage.endFailed(thrown);
            throw thrown;
        }
        if (isWrong && returned instanceof Connection connection) {
            WeakReference<Connection> weakly = new WeakReference<>(connection);
            passage.released().thenRun(() -> OwnThread.run("jdbc", () -> breakOff(weakly.get())));
        }
        passage.endOk();
        return returned;
    }

    /** The driver's code, which may wait for the network: not on the thread that disarms, and our own work. */
    private static void breakOff(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            // that will do
        }
    }
}
