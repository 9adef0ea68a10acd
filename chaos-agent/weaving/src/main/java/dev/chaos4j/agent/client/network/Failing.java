package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import org.jspecify.annotations.Nullable;

/** The JDK does nothing, and the caller gets to see this error. */
record Failing(Passage passage, Throwable error) implements Interception {

    @Override
    public boolean skipsBody() {
        return true;
    }

    @Override
    public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
        passage.endFailed(error);
        throw error;
    }
}
