package dev.chaos4j.agent.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario files of one fault. */
public final class ScenarioText {

    private ScenarioText() {}

    /** One stage with one fault at the shop's inventory, for example {@code latency: 50ms}. */
    public static Path write(Path directory, String fault, String length) {
        return write(directory, "shop.Inventory#stock", fault, length);
    }

    public static Path write(Path directory, String target, String fault, String length) {
        String text = """
                chaos4j: 1
                name: rehearsal
                faults:
                  inventory:
                    target: "%s"
                    %s
                stages:
                  - name: outage
                    for: %s
                    faults: [inventory]
                """.formatted(target, fault, length);
        try {
            return Files.writeString(Files.createTempFile(directory, "scenario", ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
