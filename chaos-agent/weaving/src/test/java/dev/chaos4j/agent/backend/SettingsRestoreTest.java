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
import java.util.concurrent.CopyOnWriteArrayList;
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
        List<Thread> entered = new CopyOnWriteArrayList<>();
        try (Rig rig = new Rig()) {
            rig.gate.onEnter(() -> {
                entered.add(Thread.currentThread());
                assertThat(System.getProperty(NAME) + System.getenv("PATH")).isNotEmpty();
            });
            rig.weaver.weave(rules(rig));

            ours.start();
            ours.join();
            long before = reads(entered, Thread.currentThread());
            String read = System.getProperty(NAME);
            long after = reads(entered, Thread.currentThread());

            assertThat(after - before).isEqualTo(1);
            assertThat(reads(entered, ours)).isZero();
            assertThat(read).isNotEmpty();
        }
    }

    /** Of one thread only: others of this JVM may read settings, too. */
    private static long reads(List<Thread> entered, Thread by) {
        return entered.stream().filter(by::equals).count();
    }

    @Test
    void readsMissTheGateWhileNothingIsLive() {
        try (Rig rig = new Rig()) {
            rig.weaver.weave(rules(rig));
            rig.gate.live(false);
            List<Thread> entered = new CopyOnWriteArrayList<>();
            rig.gate.onEnter(() -> entered.add(Thread.currentThread()));

            assertThat(System.getProperty(NAME))
                    .isEqualTo(System.getProperties().get(NAME));

            assertThat(reads(entered, Thread.currentThread())).isZero();
        }
    }
}
