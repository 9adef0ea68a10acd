package dev.chaos4j.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
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

        assertThatThrownBy(() -> attach(JAR))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("has no writable /tmp")
                .hasMessageContaining("emptyDir")
                .hasMessageContaining("-javaagent:chaos-agent.jar=control=DIRECTORY");
    }

    @Test
    void aJarThatTheProcessCannotSeeIsNotLoaded() throws IOException {
        Files.createDirectories(proc.resolve(SELF + "/root/tmp"));

        assertThatThrownBy(() -> attach(JAR))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot see " + JAR)
                .hasMessageContaining("Copy the jar there");
    }

    @Test
    void aJarWhosePathTheJvmWouldCutOffIsNotLoaded() {
        assertThatThrownBy(() -> attach(Path.of("/opt/v=2/chaos-agent.jar")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("equals sign");
    }

    @Test
    void aJvmThatIsTooOldIsNotTouched() throws IOException {
        Path process = proc.resolve(Long.toString(SELF));
        Files.createDirectories(process.resolve("root/tmp"));
        Files.createDirectories(process.resolve("root/opt/jdk/lib/server"));
        Files.writeString(process.resolve("root/opt/jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Files.writeString(process.resolve("root/opt/chaos-agent.jar"), "");
        Files.writeString(process.resolve("maps"), "7f0-7f1 r-xp 00000000 08:01 42   /opt/jdk/lib/server/libjvm.so\n");

        assertThatThrownBy(() -> attach(JAR))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("runs Java 11.0.2, and Chaos4j needs Java 17 or newer");
    }

    @Test
    void aJvmOfWhichNothingIsKnownIsAskedForItsVersion() throws IOException {
        Process old = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Old.class.getName())
                .start();
        try {
            assertThat(old.getInputStream().read()).isEqualTo('!');
            Processes unknown = new Processes(proc.resolve("missing"), System.getProperty("user.name"));

            assertThatThrownBy(() -> Attachment.open(unknown, old.pid(), JAR))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("runs Java 11, and Chaos4j needs Java 17 or newer");
        } finally {
            old.destroyForcibly();
        }
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

    private void attach(Path jar) {
        Attachment.open(new Processes(proc, "root"), SELF, jar).close();
    }

    /** Says of itself to be old, until its input ends. */
    static final class Old {

        public static void main(String... arguments) throws IOException {
            System.setProperty("java.specification.version", "11");
            System.out.print('!');
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
