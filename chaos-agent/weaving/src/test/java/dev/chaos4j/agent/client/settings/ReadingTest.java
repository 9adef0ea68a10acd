package dev.chaos4j.agent.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.client.ClientCall;
import dev.chaos4j.agent.client.Interception;
import dev.chaos4j.spi.PointGate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void anErrorOfOursLeavesTheSettingAsItIs() throws Throwable {
        Interception reading = new EnvironmentInterceptor().enter(new Broken());

        assertThat(reading).isNotNull();
        assertThat(reading.end("us-east-1", null)).isEqualTo("us-east-1");
    }

    /** A read at which something of ours is out of order. */
    private record Broken() implements ClientCall {

        @Override
        public PointGate gate() {
            throw new IllegalStateException("a bug of ours");
        }

        @Override
        public Class<?> where() {
            return System.class;
        }

        @Override
        public Class<?> returnType() {
            return String.class;
        }

        @Override
        public @Nullable Object self() {
            return null;
        }

        @Override
        public @Nullable Object argument(int index) {
            return "S3_REGION";
        }

        @Override
        public void argument(int index, @Nullable Object replacement) {
            throw new AssertionError("Nothing is to be replaced");
        }
    }
}
