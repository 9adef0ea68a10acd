package dev.chaos4j.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A module of the build that has main sources.
 *
 * @param name the directory relative to the root, with forward slashes
 * @param directory the absolute directory
 */
record Module(String name, Path directory) {

    /** What users get; benchmarks and examples are programs and may print, sleep and use other libraries. */
    private static final Set<String> LIBRARY =
            Set.of("chaos-core", "chaos-junit", "chaos-agent/bridge", "chaos-agent/weaving", "chaos-agent/javaagent");

    /** Surefire hands a -D of Maven's command line on to the tests. */
    private static final String TARGET = System.getProperty("chaos4j.target", "target");

    private static final ImportOption NOT_GENERATED = location -> !location.contains("/jmh_generated/");

    /** All but the modules under {@code tests}, which are part of the build itself. */
    static List<Module> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .map(Path::getParent)
                    .filter(directory -> Files.isDirectory(directory.resolve("src/main/java")))
                    .map(directory ->
                            new Module(root.relativize(directory).toString().replace('\\', '/'), directory))
                    .filter(module -> !module.name.startsWith("tests/"))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Module> library() {
        return all().stream().filter(module -> LIBRARY.contains(module.name)).toList();
    }

    static JavaClasses classesOf(List<Module> modules) {
        return new ClassFileImporter()
                .withImportOption(NOT_GENERATED)
                .importPaths(modules.stream().map(Module::classes).toList());
    }

    /** The class directory or jar that a class was read from: one for each module. */
    static String originOf(JavaClass type) {
        String source = type.getSource().map(found -> found.getUri().toString()).orElse("not imported");
        return source.replace(type.getName().replace('.', '/') + ".class", "");
    }

    Path sources() {
        return directory.resolve("src/main/java");
    }

    private Path classes() {
        Path classes = directory.resolve(TARGET).resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("Module " + name + " is not compiled: " + classes + " does not exist. "
                    + "Run \"mvn -pl tests/architecture -am test\"; if that does not help, "
                    + "add the module to the dependencies in tests/architecture/pom.xml.");
        }
        return classes;
    }

    private static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(".mvn"))) {
                return directory;
            }
        }
        throw new IllegalStateException("No directory above " + start + " has .mvn, which marks the root of the build. "
                + "Run the tests from inside the source tree.");
    }
}
