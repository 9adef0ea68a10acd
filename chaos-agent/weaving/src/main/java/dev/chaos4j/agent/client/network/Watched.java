package dev.chaos4j.agent.client.network;

import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.Passage;
import org.jspecify.annotations.Nullable;

/** The JDK does it, and its end is noted. */
record Watched(Passage passage) implements Interception {

    @Override
    public boolean skipsBody() {
        return false;
    }

    @Override
    public @Nullable Object end(@Nullable Object returned, @Nullable Throwable thrown) throws Throwable {
        if (thrown != null) {
            passage.endFailed(thrown);
            throw thrown;
        }
        passage.endOk();
        return returned;
    }
}
