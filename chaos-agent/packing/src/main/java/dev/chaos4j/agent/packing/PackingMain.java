package dev.chaos4j.agent.packing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Packs what {@code chaos-agent.jar} hides. */
public final class PackingMain {

    private static final String CLASS = ".class";

    private PackingMain() {}

    /**
     * Makes ordinary classes of all lambdas in a directory, in place, and packs the directory.
     *
     * @param arguments the directory, which packages begin in, and the one that takes the archive
     */
    public static void main(String... arguments) throws IOException {
        Path content = Path.of(arguments[0]);
        unfold(content);
        HiddenArchive.of(content).writeTo(Path.of(arguments[1]));
    }

    private static void unfold(Path directory) throws IOException {
        PlainClasses classes = new PlainClasses();
        try (Stream<Path> files = Files.walk(directory)) {
            // sorted: the same sources give the same bytes
            files.filter(file -> file.toString().endsWith(CLASS)).sorted().forEach(file -> rewrite(file, classes));
        }
        for (Map.Entry<String, List<String>> nest : classes.membersOfNests().entrySet()) {
            Path host = directory.resolve(nest.getKey() + CLASS);
            Files.write(host, PlainClasses.withMembers(Files.readAllBytes(host), nest.getValue()));
        }
        for (Map.Entry<String, byte[]> made : classes.made().entrySet()) {
            Files.write(directory.resolve(made.getKey() + CLASS), made.getValue());
        }
    }

    private static void rewrite(Path file, PlainClasses classes) {
        try {
            byte[] before = Files.readAllBytes(file);
            byte[] after = classes.without(before);
            if (after != before) {
                Files.write(file, after);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
