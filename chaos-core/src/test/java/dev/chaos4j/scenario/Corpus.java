package dev.chaos4j.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenario files that tests are made of. */
final class Corpus {

    static final Path RESOURCES = Path.of("src/test/resources");
    static final Path BROKEN = RESOURCES.resolve("broken");
    private static final Path SAMPLES = RESOURCES.resolve("samples");
    private static final Path SHIPPED = Path.of("src/main/resources/META-INF/chaos4j/scenarios");

    private Corpus() {}

    /** All files that hold a scenario. */
    static List<Path> valid() {
        return Stream.of(SAMPLES, SHIPPED)
                .flatMap(folder -> filesIn(folder).stream())
                .toList();
    }

    /** All files that are wrong in some way. */
    static List<Path> broken() {
        return filesIn(BROKEN);
    }

    /** Files of scenarios under this folder, in a stable order. */
    static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
