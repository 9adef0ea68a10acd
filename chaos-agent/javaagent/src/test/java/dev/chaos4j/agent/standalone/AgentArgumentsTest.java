package dev.chaos4j.agent.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentArgumentsTest {

    @Test
    void nothingGivenMeansNothingArmed() {
        assertThat(AgentArguments.parse(" ")).isEqualTo(AgentArguments.none());
        assertThat(AgentArguments.none().scenario()).isNull();
    }

    @Test
    void readsAllOfThem() {
        assertThat(
                        AgentArguments.parse(
                                "scenario=s3.yaml,scale=0.5,lease=1m 30s,seed=-42,jdk=java.net.Socket,java.io.*,control=/run/chaos"))
                .isEqualTo(new AgentArguments(
                        "s3.yaml",
                        0.5,
                        Duration.ofSeconds(90),
                        -42L,
                        List.of("java.net.Socket", "java.io.*"),
                        Path.of("/run/chaos")));
    }

    @Test
    void aScenarioAloneGetsALeaseOfTenMinutes() {
        assertThat(AgentArguments.parse("scenario=s3.yaml").lease()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void fileNamesMayHaveCommasAndEqualsSigns() {
        assertThat(AgentArguments.parse("scenario=a,b/c=d.yaml,seed=1").scenario())
                .isEqualTo("a,b/c=d.yaml");
    }

    @Test
    void mayHaveSpacesBetweenThem() {
        AgentArguments arguments = AgentArguments.parse(" scenario = my outage.yaml , seed=7, scale=0.5");

        assertThat(arguments.scenario()).isEqualTo("my outage.yaml");
        assertThat(arguments.seed()).isEqualTo(7);
        assertThat(arguments.scale()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scenaro=a.yaml          | did you mean 'scenario'
                    verbose=1               | Allowed are scenario, scale, lease, seed, jdk, control
                    scenario                | 'scenario' has no value; write scenario=VALUE
                    scenario=               | 'scenario' has no value
                    scenario=a,scenario=b   | 'scenario' is given twice
                    lease=5m                | 'lease' needs a scenario
                    scenario=a,lease=5      | it needs a unit, for example 5ms or 5s
                    scenario=a,lease=0s     | must be longer than zero
                    scenario=a,seed=x       | seed 'x' is not a whole number
                    scenario=a,scale=0      | is not a number above zero
                    """)
    void aMistakeIsNamed(String arguments, String message) {
        assertThatThrownBy(() -> AgentArguments.parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
