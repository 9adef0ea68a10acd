package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;

class JarLayoutIT {

    private static final String HIDDEN = "chaos4j-hidden.zip";

    /** Everything an application can see of the jar. */
    private static final Pattern VISIBLE = Pattern.compile(
            "META-INF/(MANIFEST\\.MF|LICENSE|THIRD-PARTY\\.txt|licenses/.*)?"
                    + "|chaos4j-hidden\\.(zip|index)"
                    + "|dev/|dev/chaos4j/|dev/chaos4j/agent/"
                    + "|dev/chaos4j/agent/(ChaosAgent|Launch|LastRecord|HiddenClassLoader|HiddenEntries)(\\$.*)?\\.class");

    /** The packages of the libraries before they were relocated. */
    private static final Pattern OLD_NAME =
            Pattern.compile("(net/bytebuddy|com/fasterxml/jackson|org/slf4j|org/snakeyaml|picocli)/.*");

    @Test
    void anApplicationSeesNothingButTheWayIn() throws IOException {
        assertThat(names()).allSatisfy(name -> assertThat(name).matches(VISIBLE));
    }

    @Test
    void theRestIsHiddenInAZipFileThatAnybodyCanOpen() throws IOException {
        assertThat(hidden().keySet())
                .noneMatch(name -> name.contains("META-INF/versions"))
                .contains(
                        "dev/chaos4j/agent/shaded/net/bytebuddy/ByteBuddy.class",
                        "dev/chaos4j/Chaos.class",
                        "dev/chaos4j/agent/bridge/Bridge.class",
                        "META-INF/services/dev.chaos4j.spi.InjectionBackend");
    }

    /** Else every start would unpack it to unpack what is inside. */
    @Test
    void whatIsHiddenIsPackedOnce() throws IOException {
        try (JarFile jar = open()) {
            assertThat(jar.getEntry(HIDDEN).getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void everyClassInsideHasANameOfOurs() throws IOException {
        assertThat(hidden().keySet())
                .filteredOn(name -> name.endsWith(".class"))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(name -> assertThat(name).matches("dev/chaos4j/.*"));
    }

    @Test
    void noClassFileRefersToALibraryByItsOldName() throws IOException {
        Set<String> old = new TreeSet<>();
        hidden().forEach((name, content) -> {
            if (name.endsWith(".class")) {
                references(content).stream()
                        .filter(used -> OLD_NAME.matcher(used).matches())
                        .forEach(used -> old.add(name + ": " + used));
            }
        });
        assertThat(old).isEmpty();
    }

    /** The internal names of all classes that the code, the signatures and the annotations of a class refer to. */
    private static Set<String> references(byte[] classFile) {
        Set<String> names = new TreeSet<>();
        Remapper collector = new Remapper(OpenedClassReader.ASM_API) {
            @Override
            public String map(String internalName) {
                names.add(internalName);
                return internalName;
            }
        };
        OpenedClassReader.of(classFile).accept(new ClassRemapper(new ClassWriter(0), collector), 0);
        return names;
    }

    @Test
    void serviceFilesNameWhatIsInTheJar() throws IOException {
        Map<String, byte[]> hidden = hidden();
        List<String> services = hidden.keySet().stream()
                .filter(name -> name.startsWith("META-INF/services/"))
                .toList();

        assertThat(services)
                .contains("META-INF/services/dev.chaos4j.agent.shaded.org.slf4j.spi.SLF4JServiceProvider")
                .allSatisfy(name -> assertThat(providers(hidden.getOrDefault(name, new byte[0])))
                        .isNotEmpty()
                        .allSatisfy(provider -> assertThat(hidden).containsKey(provider.replace('.', '/') + ".class")));
    }

    private static List<String> providers(byte[] service) {
        return new String(service, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void theManifestOffersEveryWayIn() throws IOException {
        try (JarFile jar = open()) {
            Attributes attributes = jar.getManifest().getMainAttributes();

            assertThat(List.of("Main-Class", "Premain-Class", "Agent-Class"))
                    .allSatisfy(
                            name -> assertThat(attributes.getValue(name)).isEqualTo("dev.chaos4j.agent.ChaosAgent"));
            assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(attributes.getValue("Implementation-Version")).isNotBlank();
        }
    }

    @Test
    void everyLibraryInsideBringsItsLicence() throws IOException {
        assertThat(names())
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/THIRD-PARTY.txt",
                        "META-INF/licenses/byte-buddy/LICENSE",
                        "META-INF/licenses/jackson-core/LICENSE",
                        "META-INF/licenses/slf4j-api/LICENSE.txt");
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws IOException {
        try (JarFile jar = open()) {
            assertThat(jar.stream().map(JarEntry::getTimeLocal).distinct())
                    .as("one fixed time stamp instead of the time of the build")
                    .hasSize(1);
            assertThat(jar.getManifest().getMainAttributes().keySet().stream().map(Object::toString))
                    .doesNotContain("Built-By", "Build-Date");
        }
    }

    private static Map<String, byte[]> hidden() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (JarFile jar = open();
                ZipInputStream zip = new ZipInputStream(jar.getInputStream(jar.getEntry(HIDDEN)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = open()) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }

    private static JarFile open() throws IOException {
        return new JarFile(AgentJar.path().toFile());
    }
}
