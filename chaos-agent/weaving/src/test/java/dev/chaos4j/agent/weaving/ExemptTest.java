package dev.chaos4j.agent.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptTest {

    private final Exempt exempt = new Exempt(jdk -> false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.chaos4j.agent.ChaosAgent",
                "dev.chaos4j.agent.Launch$Detached",
                "dev.chaos4j.agent.HiddenEntries",
                "dev.chaos4j.agent.LastRecord",
            })
    void theClassesThatStartTheAgentAreNeverTargets(String name) {
        assertThat(exempt.reason(name, getClass().getClassLoader())).startsWith("is part of Chaos4j itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.chaos4j.agent.benchmarks.PlainWork", "dev.chaos4j.agents.Mine", "shop.Inventory"})
    void othersMayBe(String name) {
        assertThat(exempt.reason(name, getClass().getClassLoader())).isNull();
    }
}
