package dev.chaos4j.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.agent.packing.HiddenArchive;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenClassLoaderTest {

    private static final String BRIDGE = "dev/chaos4j/agent/bridge/Bridge.class";

    @TempDir
    Path directory;

    private Path jar = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private HiddenClassLoader loader;

    @BeforeEach
    void fill() throws IOException {
        Path hidden = directory.resolve("hidden");
        addClass(hidden, Hidden.class);
        addClass(hidden, Service.class);
        add(hidden, "META-INF/services/" + Runnable.class.getName(), Service.class.getName());
        add(hidden, BRIDGE, "class file of the bridge");
        Path content = Files.createDirectory(directory.resolve("content"));
        HiddenArchive.of(hidden).writeTo(content);
        add(content, "visible.txt", "visible");
        jar = directory.resolve("agent.jar");
        pack(content);
        loader = new HiddenClassLoader(jar.toFile(), HiddenClassLoaderTest.class.getClassLoader());
    }

    private void pack(Path content) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(content)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(file.getFileName().toString()));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }
    }

    @Test
    void itsOwnClassesComeBeforeThoseOfItsParent() throws ClassNotFoundException {
        Class<?> hidden = loader.loadClass(Hidden.class.getName());

        assertThat(hidden).isNotSameAs(Hidden.class);
        assertThat(hidden.getClassLoader()).isSameAs(loader);
        assertThat(loader.loadClass(Hidden.class.getName())).isSameAs(hidden);
    }

    @Test
    void whatItDoesNotHaveComesFromItsParent() throws ClassNotFoundException {
        assertThat(loader.loadClass(HiddenClassLoaderTest.class.getName())).isSameAs(HiddenClassLoaderTest.class);
    }

    @Test
    void theBridgeIsAResourceOnly() throws IOException {
        assertThatThrownBy(() -> Class.forName("dev.chaos4j.agent.bridge.Missing", false, loader))
                .isInstanceOf(ClassNotFoundException.class);
        ClassLoader alone = new HiddenClassLoader(jar.toFile(), ClassLoader.getPlatformClassLoader());
        try (InputStream in = Objects.requireNonNull(alone.getResourceAsStream(BRIDGE))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("class file of the bridge");
        }
    }

    @Test
    void servicesAreFound() {
        assertThat(ServiceLoader.load(Runnable.class, loader))
                .extracting(found -> found.getClass().getClassLoader())
                .contains(loader);
    }

    @Test
    void whatIsOutsideItsDirectoryIsNotItsOwn() throws IOException {
        List<URL> found = Collections.list(loader.findResources("visible.txt"));

        assertThat(found).isEmpty();
    }

    @Test
    void threadsThatItsCodeStartsDoNotKeepItAlive() throws ClassNotFoundException {
        assertThat(loader.loadClass(Hidden.class.getName())
                        .getProtectionDomain()
                        .getClassLoader())
                .isNull();
    }

    /** An upgrade copies the new jar over the old one while a scenario is armed, and undoing it needs more classes. */
    @Test
    void aJarThatIsOverwrittenDoesNoHarm() throws Exception {
        Files.write(jar, new byte[(int) Files.size(jar)]);

        assertThat(loader.loadClass(Hidden.class.getName()).getClassLoader()).isSameAs(loader);
        assertThat(Objects.requireNonNull(loader.findResource(BRIDGE)).openStream())
                .hasContent("class file of the bridge");
        assertThat(ServiceLoader.load(Runnable.class, loader)).isNotEmpty();
    }

    /** The index has room for a few names at each place; all the others have to give way. */
    @Test
    void everyEntryOfManyIsFound() throws Exception {
        Path many = directory.resolve("many");
        for (int i = 0; i < 1_000; i++) {
            add(many, "entry" + i + ".txt", "content " + i);
        }
        Path content = Files.createDirectory(directory.resolve("more"));
        HiddenArchive.of(many).writeTo(content);
        pack(content);

        HiddenEntries entries = HiddenEntries.of(jar.toFile());

        for (int i = 0; i < 1_000; i++) {
            assertThat(entries.read("entry" + i + ".txt")).isEqualTo(("content " + i).getBytes(UTF_8));
            assertThat(entries.has("missing" + i + ".txt")).isFalse();
        }
        assertThat(entries.read("missing.txt")).isNull();
    }

    @Test
    void whatIsNoJarOfOursIsRefused() throws IOException {
        pack(Files.createDirectory(directory.resolve("empty")));

        assertThatThrownBy(() -> HiddenEntries.of(jar.toFile()))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("has no chaos4j-hidden.zip");
    }

    private static void addClass(Path directory, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(path))) {
            add(directory, path, in.readAllBytes());
        }
    }

    private static void add(Path directory, String name, String content) throws IOException {
        add(directory, name, content.getBytes(UTF_8));
    }

    private static void add(Path directory, String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    /** Hidden, and visible to the parent too. */
    public static final class Hidden {}

    /** Found through the service file. */
    public static final class Service implements Runnable {
        /** For the service loader. */
        public Service() {}

        @Override
        public void run() {}
    }
}
