package dev.chaos4j.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class StderrLoggerTest {

    @Test
    void theAgentsOwnSlf4jIsBoundToIt() {
        assertThat(LoggerFactory.getLogger("dev.chaos4j.any")).isInstanceOf(StderrLogger.class);
    }

    @Test
    void ourMessagesBeginWithOurName() {
        assertThat(StderrLogger.format(Level.INFO, "Armed slow", null))
                .isEqualTo("chaos4j: Armed slow" + System.lineSeparator());
        assertThat(StderrLogger.format(Level.WARN, "Too short", null)).startsWith("chaos4j: WARN: Too short");
    }

    @Test
    void anErrorComesWithWhereItHappened() {
        assertThat(StderrLogger.format(Level.ERROR, "Failed", new IllegalStateException("here")))
                .contains("chaos4j: ERROR: Failed", "IllegalStateException: here", "at dev.chaos4j.agent.log");
    }

    @Test
    void librariesSpeakFromWarningsOnly() {
        Logger library = new StderrLogger("org.example.Library");
        Logger ours = new StderrLogger("dev.chaos4j.Engine");

        assertThat(library.isInfoEnabled()).isFalse();
        assertThat(library.isWarnEnabled()).isTrue();
        assertThat(ours.isInfoEnabled()).isTrue();
        assertThat(ours.isDebugEnabled()).isFalse();
    }
}
