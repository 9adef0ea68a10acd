package dev.chaos4j.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The refusals that need a container; the others are brought about for real in {@code agent-tests}. */
class AttachmentTest {

    private static final long SELF = ProcessHandle.current().pid();
    private static final Path JAR = Path.of("/opt/chaos-agent.jar");

    @TempDir
    Path proc;

    @Test
    void aContainerWithoutTmpIsToldToMountOneOrToStartWithTheAgent() throws IOException {
        Files.createDirectories(proc.resolve(SELF + "/root"));

        assertThatThrownBy(this::attach)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("has no writable /tmp")
                .hasMessageContaining("emptyDir")
                .hasMessageContaining("-javaagent:chaos-agent.jar=control=DIRECTORY");
    }

    @Test
    void aJarThatTheProcessCannotSeeIsNotLoaded() throws IOException {
        Files.createDirectories(proc.resolve(SELF + "/root/tmp"));

        assertThatThrownBy(this::attach)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot see " + JAR)
                .hasMessageContaining("Copy the jar there");
    }

    @Test
    void aJarWhosePathTheJvmWouldCutOffIsNotLoaded() {
        Attachment attachment = new Attachment(new Processes(proc, "root"));

        assertThatThrownBy(() -> attachment.load(SELF, Path.of("/opt/v=2/chaos-agent.jar"), ""))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("equals sign");
    }

    @Test
    void aJvmThatLoadsNoAgentsIsKnownByItsAnswer() {
        assertThat(Attachment.whyNotLoaded(7, "Failed to load agent library: Dynamic agent loading is not enabled.")
                        .failure()
                        .kind())
                .isEqualTo("dynamic-loading-off");
        assertThat(Attachment.whyNotLoaded(7, "something else").failure().message())
                .contains("something else");
    }

    private void attach() {
        new Attachment(new Processes(proc, "root")).load(SELF, JAR, "");
    }
}
