package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.client.settings.JdkSettingsInstrumentation;
import dev.chaos4j.agent.points.ClientPoints;
import dev.chaos4j.agent.points.Interceptors;
import dev.chaos4j.agent.weaving.OurErrors;
import dev.chaos4j.agent.weaving.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The JDK's settings are woven at each of their points, and have their own code again afterwards. */
class SettingsRestoreTest {

    private static final String NAME = "java.version";

    private final OurErrors errors = new OurErrors();

    private List<Rule> rules(Rig rig) {
        Interceptors interceptors = new Interceptors(JdkSettingsInstrumentation.class.getClassLoader());
        return new JdkSettingsInstrumentation()
                .points().stream()
                        .map(point -> Rule.ofOurs(
                                "settings", point.methods(), new ClientPoints(rig.gate, point, interceptors, errors)))
                        .toList();
    }

    private static Map<Class<?>, byte[]> bytes() throws Exception {
        Map<Class<?>, byte[]> bytes = new LinkedHashMap<>();
        for (Class<?> type : List.of(Properties.class, Class.forName("java.lang.ProcessEnvironment"))) {
            bytes.put(type, SeenBytes.of(type));
        }
        return bytes;
    }

    @Test
    void everyPointIsWovenAndTheBytesAreTheOriginalOnesAfterwards() throws Exception {
        Map<Class<?>, byte[]> original = bytes();
        try (Rig rig = new Rig()) {
            List<Rule> rules = rules(rig);
            rig.weaver.weave(rules);

            assertThat(rules).allSatisfy(rule -> assertThat(rule.signatures()).hasSize(1));
            assertThat(rig.weaver.nearMisses(rules)).isEmpty();
            bytes().forEach((type, now) -> assertThat(now).as(type.getName()).isNotEqualTo(original.get(type)));

            rig.weaver.unweave(rules, false);
            assertThat(rig.weaver.isRestored(rules)).isTrue();
        }

        bytes().forEach((type, now) -> assertThat(now).as(type.getName()).isEqualTo(original.get(type)));
    }

    @Test
    void whatWeReadOnTheWayToADecisionDoesNotComeBack() throws Exception {
        Thread ours = new Thread(() -> System.getProperty(NAME), "chaos4j-reader");
        AtomicReference<String> read = new AtomicReference<>();
        try (Rig rig = new Rig()) {
            rig.weaver.weave(rules(rig));
            rig.gate.onEnter(() -> read.set(System.getProperty(NAME) + System.getenv("PATH")));
            long before = rig.gate.entered();

            ours.start();
            ours.join();
            assertThat(rig.gate.entered()).isEqualTo(before);
            String seen = System.getProperty(NAME);

            assertThat(rig.gate.entered()).isEqualTo(before + 1);
            assertThat(read.get()).startsWith(seen);
        }
    }

    @Test
    void readsMissTheGateWhileNothingIsLive() {
        try (Rig rig = new Rig()) {
            rig.weaver.weave(rules(rig));
            rig.gate.live(false);
            long before = rig.gate.entered();

            assertThat(System.getProperty(NAME))
                    .isEqualTo(System.getProperties().get(NAME));

            assertThat(rig.gate.entered()).isEqualTo(before);
        }
    }
}
