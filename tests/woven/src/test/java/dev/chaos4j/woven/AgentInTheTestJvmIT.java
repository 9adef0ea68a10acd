package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.junit.InjectFailure;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the agent comes from in a test's JVM, and what a test says if it cannot come. */
@Timeout(200)
class AgentInTheTestJvmIT {

    private static final String AGENT = "-javaagent:" + System.getProperty("chaos4j.agent.jar");

    /** Passes only with an agent. */
    static class Reached {
        @Test
        @InjectFailure(target = Shop.Inventory.class, methodName = "stock", exception = IOException.class)
        void stockIsBroken() {
            Assertions.assertThatIOException().isThrownBy(() -> new Shop().stock("tea"));
        }
    }

    /** Passes only if nobody looks. */
    static class NotReached {
        @Test
        @InjectFailure(target = Shop.Inventory.class, methodName = "stock", exception = IOException.class)
        void stockIsThere() throws IOException {
            assertThat(new Shop().stock("tea")).isEqualTo(3);
        }
    }

    @Test
    void usesTheAgentOfTheCommandLine() throws Exception {
        String output = ForkedJvm.run(Reached.class, AGENT, "-XX:+DisableAttachMechanism");

        assertThat(output).endsWith("1 succeeded, 0 failed\n").doesNotContain("attached itself");
    }

    @Test
    void attachesItselfAndSaysSoInOneLine() throws Exception {
        String output = ForkedJvm.run(Reached.class, "-XX:+EnableDynamicAgentLoading");

        assertThat(output).endsWith("1 succeeded, 0 failed\n");
        assertThat(output.lines().filter(line -> line.contains(" dev.chaos4j.agent ")))
                .containsExactly("[main] INFO dev.chaos4j.agent - Chaos4j attached itself to this JVM; start it with"
                        + " -javaagent:chaos-agent.jar, or with -XX:+EnableDynamicAgentLoading, to keep JDK 21 and newer"
                        + " from warning about that");
    }

    @Test
    void saysWhatToAddToTheBuildIfItCannotCome() throws Exception {
        String output = ForkedJvm.run(NotReached.class, "-XX:+DisableAttachMechanism");

        assertThat(output)
                .contains(
                        "    near miss   dev.chaos4j.woven.Shop$Inventory#stock: The agent cannot be embedded in this JVM: ")
                .contains(" Start the test JVM with the agent instead: with Maven, <argLine>-javaagent:"
                        + "${path.to.chaos-agent.jar}</argLine> in the configuration of Surefire; with Gradle, test {"
                        + " jvmArgs \"-javaagent:$pathToChaosAgentJar\" }. Or allow the JVM to attach to itself: add"
                        + " -XX:+EnableDynamicAgentLoading -Djdk.attach.allowAttachSelf=true there, and remove"
                        + " -XX:+DisableAttachMechanism.\n")
                .contains("    because     nothing was matched, for the reason given as near miss\n")
                .endsWith("0 succeeded, 1 failed\n");
    }
}
