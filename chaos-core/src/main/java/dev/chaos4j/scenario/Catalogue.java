package dev.chaos4j.scenario;

import dev.chaos4j.target.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The scenarios that come with Chaos4j. */
final class Catalogue {

    /** Each is a resource of this name. A new one is one line here, and its file. */
    private static final List<String> NAMES = List.of("bad-config-rollout", "s3-2017-wrong-input");

    private static final String FOLDER = "/META-INF/chaos4j/scenarios/";

    private Catalogue() {}

    static List<String> names() {
        return NAMES;
    }

    static Scenario scenario(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No scenario named '" + name + "' comes with Chaos4j; there is "
                    + String.join(", ", NAMES)
                    + Words.nearest(name, NAMES)
                            .map(near -> ". Did you mean '" + near + "'?")
                            .orElse(""));
        }
        String resource = FOLDER + name + ".yaml";
        try (InputStream bytes = ScenarioFile.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("The resource " + resource + " is missing in the jar of Chaos4j");
            }
            return ScenarioFile.read(bytes, name + ".yaml");
        } catch (IOException failed) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read", failed);
        }
    }
}
