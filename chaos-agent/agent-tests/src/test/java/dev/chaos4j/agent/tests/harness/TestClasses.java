package dev.chaos4j.agent.tests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The classes of the tests, as directory and as agent. */
public final class TestClasses {

    private TestClasses() {}

    static Path directory() {
        return Path.of(Objects.requireNonNull(System.getProperty("chaos4j.test.classes")));
    }

    /** The whole class path of the tests; Surefire hides it behind a jar of its own. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A jar with the shop's observer as agent. */
    static Path observerJar(Path directory) throws IOException {
        Path jar = directory.resolve("observer.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", "shop.Observer");
        attributes.putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> classes = Files.list(directory().resolve("shop"))) {
            for (Path file : (Iterable<Path>) classes::iterator) {
                if (file.getFileName().toString().startsWith("Observer")) {
                    out.putNextEntry(new JarEntry("shop/" + file.getFileName()));
                    try (InputStream in = Files.newInputStream(file)) {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
        return jar;
    }
}
