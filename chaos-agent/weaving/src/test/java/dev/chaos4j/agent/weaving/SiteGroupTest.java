package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.backend.EmbeddedAgent;
import org.junit.jupiter.api.Test;

class SiteGroupTest {

    @Test
    void aMethodThatRunsForTheFirstTimeWhileAnotherDoesIsNotMissed() throws Throwable {
        EmbeddedAgent.install();

        new FirstCalls().ofTwoThreadsAtOnceAreBothMet();
    }
}
