package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever reads no file needs no YAML parser, and loads none. */
class LeanClassPathTest {

    /** Runs in a JVM of its own, whose class path is that of chaos-core alone. */
    static final class WithoutFiles {
        private WithoutFiles() {}

        public static void main(String[] arguments) {
            dev.chaos4j.target.Target stock = dev.chaos4j.target.Target.method("shop.Inventory#stock");
            PlannedFault slow = PlannedFault.of(dev.chaos4j.fault.Latency.of(java.time.Duration.ofMillis(1)), stock);
            Stage stage = new Stage("only", java.time.Duration.ofSeconds(1), null, java.util.List.of(slow));
            Scenario scenario = new Scenario(
                    "lean",
                    "",
                    null,
                    java.util.List.of(stage),
                    java.time.Duration.ZERO,
                    java.util.List.of(stock),
                    java.util.List.of());
            scenario.timesScaledBy(0.5);
        }
    }

    @Test
    void scenariosInCodeNeedNoParserOnTheClassPath() throws Exception {
        String classes = home(Scenario.class) + java.io.File.pathSeparator + home(WithoutFiles.class);
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xshare:auto",
                        "-verbose:class",
                        "-cp",
                        classes,
                        WithoutFiles.class.getName())
                .redirectErrorStream(true)
                .start();

        String output;
        try (InputStream out = jvm.getInputStream()) {
            output = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue())
                .as(output.lines().reduce("", (first, last) -> last))
                .isZero();
        assertThat(output).contains("dev.chaos4j.scenario.Scenario ");
        assertThat(output)
                .doesNotContain("snakeyaml")
                .doesNotContain("internal.yaml")
                .doesNotContain("ScenarioFile");
    }

    private static Path home(Class<?> type) throws java.net.URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
