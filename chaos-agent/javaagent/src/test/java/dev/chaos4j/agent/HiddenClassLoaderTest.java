package dev.chaos4j.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
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
        jar = directory.resolve("agent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            addClass(out, Hidden.class);
            addClass(out, Service.class);
            add(out, "chaos4j-hidden/META-INF/services/" + Runnable.class.getName(), Service.class.getName());
            add(out, "chaos4j-hidden/" + BRIDGE + "data", "class file of the bridge");
            add(out, "visible.txt", "visible");
        }
        loader = new HiddenClassLoader(jar.toFile(), HiddenClassLoaderTest.class.getClassLoader());
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

    @Test
    void entriesThatAreNotPackedAreReadToo() throws Exception {
        byte[] content = "as it is".getBytes(UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry stored = new ZipEntry("chaos4j-hidden/stored.txt");
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(sum.getValue());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setComment("a comment behind the end");
            out.putNextEntry(stored);
            out.write(content);
            out.closeEntry();
        }

        HiddenEntries entries = HiddenEntries.of(jar.toFile(), "chaos4j-hidden/");

        assertThat(entries.read("stored.txt")).isEqualTo(content);
        assertThat(entries.read("missing.txt")).isNull();
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        Files.writeString(jar, "This is a text, and long enough to be a jar.");

        assertThatThrownBy(() -> HiddenEntries.of(jar.toFile(), ""))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("no jar");
    }

    private static void addClass(JarOutputStream out, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/');
        out.putNextEntry(new JarEntry("chaos4j-hidden/" + path + ".classdata"));
        try (InputStream in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(path + ".class"))) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static void add(JarOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        ((OutputStream) out).write(content.getBytes(UTF_8));
        out.closeEntry();
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
