package dev.chaos4j.examples.storefront.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.examples.storefront.ForkedJvm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same two scenarios by library call, in JVMs that know neither JUnit nor an agent's jar: {@link PlainProgram}. */
@Timeout(240)
class LibraryCallTest {
    @TempDir
    private Path queues;

    @Test
    void theOutageOf2017TellsTheBuildsApart() {
        Map<String, String> outage =
                Map.of("scenario", "s3-2017-wrong-input", "scale", "0.001", "attempt.timeout", "0.4s");
        CompletableFuture<Map<String, String>> hardened = play("hardened", outage);
        Map<String, String> naive = play("naive", outage).join();

        assertDeviated(naive, "RT1", "tried one request more than 3 times");
        assertDeviated(naive, "RT2", "attempts for each of");
        assertDeviated(naive, "TO1", "did not end within 7000 ms");
        assertDeviated(naive, "FB1", "under the fault threw instead of answering");
        assertDeviated(naive, "FO1", "No other place served");
        assertDeviated(naive, "DL1", "acknowledged writes cannot be read any more");
        assertHeld(hardened.join(), "RT1", "RT2", "TO1", "FB1", "FO1", "DL1", "CB1", "CB4");
    }

    @Test
    void wrongSettingsTellTheBuildsApart() {
        Map<String, String> rollout =
                Map.of("scenario", "bad-config-rollout", "scale", "0.03", "attempt.timeout", "5s");
        CompletableFuture<Map<String, String>> hardened = play("hardened", rollout);
        Map<String, String> naive = play("naive", rollout).join();

        assertDeviated(naive, "RT1", "tried one request more than 3 times");
        assertDeviated(naive, "RT7", "met a permanent error and tried it again");
        assertDeviated(naive, "FO1", "No other place served");
        assertHeld(hardened.join(), "RT1", "RT2", "RT7", "FB1", "FO1", "DL1", "CB1", "CB4");
        for (String mistake :
                List.of("wrong-host s3.us-east-1.example.invalid", "wrong-region eu-central-1", "wrong-credentials")) {
            assertThat(hardened.join().get("misconfiguration " + mistake))
                    .as(mistake)
                    .isNotNull()
                    .isNotEqualTo("0");
        }
    }

    /** What the program says of one build, by check; both builds at once, because they mostly wait. */
    private CompletableFuture<Map<String, String>> play(String build, Map<String, String> scenario) {
        Map<String, String> settings = new LinkedHashMap<>(scenario);
        settings.put("build", build);
        settings.put("queue", queues.resolve(build).toString());
        return CompletableFuture.supplyAsync(() -> {
            try (ForkedJvm program = ForkedJvm.start(PlainProgram.class, settings)) {
                assertThat(program.said()).containsEntry("finished", "true");
                return program.said();
            }
        });
    }

    private static void assertDeviated(Map<String, String> said, String check, String reason) {
        assertThat(said.get(check))
                .as("%s of %s", check, said)
                .startsWith("DEVIATED ")
                .contains(reason);
    }

    private static void assertHeld(Map<String, String> said, String... checks) {
        for (String check : checks) {
            assertThat(said.get(check)).as("%s of %s", check, said).startsWith("HELD ");
        }
    }
}
