package dev.chaos4j.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final long PID = 4711;

    @TempDir
    Path proc;

    private Path process = Path.of("");

    @BeforeEach
    void describe() throws IOException {
        process = Files.createDirectories(proc.resolve("4711"));
    }

    @Test
    void aProcessThatListensToTheSignalSurvivesIt() throws IOException {
        Files.writeString(process.resolve("status"), "Name:\tjava\nSigCgt:\t2000000181005ccf\n");

        assertThat(processes().survivesAttach(PID)).isTrue();
    }

    /** nginx, PostgreSQL and Go programs take the signal as the order to end. */
    @Test
    void aProgramThatHandlesTheSignalAndIsNoJvmMayEndByIt() throws IOException {
        Files.writeString(process.resolve("status"), "Name:\tnginx\nSigCgt:\t2000000181005ccf\n");
        Files.writeString(process.resolve("maps"), "7f0-7f1 r-xp 00000000 08:01 42   /usr/sbin/nginx\n");

        assertThat(processes().survivesAttach(PID)).isFalse();

        Files.writeString(
                process.resolve("maps"), "7f0-7f1 r-xp 00000000 08:01 42   /usr/lib/jvm/lib/server/libjvm.so\n");
        assertThat(processes().survivesAttach(PID)).isTrue();
    }

    @Test
    void aProcessThatDoesNotListenWouldBeKilled() throws IOException {
        Files.writeString(process.resolve("status"), "Name:\tsleep\nSigCgt:\t0000000000000000\n");

        assertThat(processes().survivesAttach(PID)).isFalse();
    }

    /** Asking the JVM itself would make it load much. */
    @Test
    void theVersionOfTheJavaIsReadWhereItsLibraryIs() throws IOException {
        Files.writeString(process.resolve("maps"), "7f0-7f1 r-xp 00000000 08:01 42   /opt/jdk/lib/server/libjvm.so\n");

        assertThat(processes().javaVersion(PID)).isEmpty();

        Files.createDirectories(process.resolve("root/opt/jdk/lib/server"));
        Files.writeString(process.resolve("root/opt/jdk/release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"1.8.0_392\"\n");
        assertThat(processes().javaVersion(PID)).contains("1.8.0_392");
    }

    @Test
    void withoutProcNothingIsKnownAgainstAProcess() {
        Processes elsewhere = new Processes(proc.resolve("missing"), "app");

        assertThat(elsewhere.survivesAttach(PID)).isTrue();
        assertThat(elsewhere.javaVersion(PID)).isEmpty();
        assertThat(elsewhere.lacksTmp(PID)).isFalse();
        assertThat(elsewhere.sees(PID, Path.of("/opt/chaos-agent.jar"))).isTrue();
    }

    @Test
    void aContainerWithoutTmpIsSeen() throws IOException {
        Path root = Files.createDirectory(process.resolve("root"));
        assertThat(processes().lacksTmp(PID)).isTrue();

        Files.createDirectory(root.resolve("tmp"));
        assertThat(processes().lacksTmp(PID)).isFalse();
    }

    @Test
    void aJarIsSeenThroughTheEyesOfTheProcess() throws IOException {
        Files.createDirectories(process.resolve("root/opt"));
        assertThat(processes().sees(PID, Path.of("/opt/chaos-agent.jar"))).isFalse();

        Files.createFile(process.resolve("root/opt/chaos-agent.jar"));
        assertThat(processes().sees(PID, Path.of("/opt/chaos-agent.jar"))).isTrue();
    }

    @Test
    void onlyRootMayIgnoreWhoOwnsAProcess() {
        long self = ProcessHandle.current().pid();

        assertThat(new Processes(proc, "mallory").isForeign(self)).isTrue();
        assertThat(new Processes(proc, "root").isForeign(self)).isFalse();
        assertThat(new Processes(proc, System.getProperty("user.name")).isForeign(self))
                .isFalse();
    }

    private Processes processes() {
        return new Processes(proc, "app");
    }
}
