package dev.chaos4j.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConfigurationControlTest {

    private final ConfigurationControl control = ConfigurationControl.of(Map.of("region", "us-east-1"));

    @Test
    void asksForEachWorkOnceAndClosesTheProgram() throws Exception {
        List<String> done = new ArrayList<>();
        AutoCloseable program = () -> done.add("closed");

        control.check(settings -> program, each -> done.add("works"), each -> done.add("still works"));

        assertThat(done).containsExactly("works", "still works", "closed");
    }

    @Test
    void passesOnWhatIsWrong() {
        assertThatIOException()
                .isThrownBy(() -> control.check(
                        settings -> {
                            throw new IOException("cannot start");
                        },
                        program -> {}))
                .withMessage("cannot start");
        assertThatIOException()
                .isThrownBy(() -> control.check(settings -> "a program", program -> {
                    throw new IOException("cannot work");
                }))
                .withMessage("cannot work");
    }

    @Test
    void saysWhenTheProgramIsTooSlow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> control.within(Duration.ofMillis(50))
                        .check(settings -> "a program", program -> new CountDownLatch(1).await()))
                .withMessage("With the right settings, it was not done within 50ms; give it more time: within(...)");
    }
}
