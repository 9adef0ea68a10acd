package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;

class JarLayoutIT {

    /** Everything an application can see of the jar. */
    private static final Pattern VISIBLE = Pattern.compile(
            "META-INF/(MANIFEST\\.MF|LICENSE|THIRD-PARTY\\.txt|licenses/.*)?"
                    + "|dev/|dev/chaos4j/|dev/chaos4j/agent/"
                    + "|dev/chaos4j/agent/(ChaosAgent|Launch|LastRecord|HiddenClassLoader|HiddenEntries)(\\$.*)?\\.class");

    /** The packages of the libraries before they were relocated. */
    private static final Pattern OLD_NAME =
            Pattern.compile("(net/bytebuddy|com/fasterxml/jackson|org/slf4j|org/snakeyaml|picocli)/.*");

    @Test
    void anApplicationSeesNothingButTheWayIn() throws IOException {
        assertThat(names())
                .filteredOn(name -> !name.startsWith("chaos4j-hidden/"))
                .allSatisfy(name -> assertThat(name).matches(VISIBLE));
    }

    @Test
    void whatIsHiddenLooksLikeNoClassFile() throws IOException {
        assertThat(names())
                .filteredOn(name -> name.startsWith("chaos4j-hidden/"))
                .noneMatch(name -> name.endsWith(".class"))
                .noneMatch(name -> name.contains("META-INF/versions"))
                .contains(
                        "chaos4j-hidden/dev/chaos4j/agent/shaded/net/bytebuddy/ByteBuddy.classdata",
                        "chaos4j-hidden/dev/chaos4j/Chaos.classdata",
                        "chaos4j-hidden/dev/chaos4j/agent/bridge/Bridge.classdata",
                        "chaos4j-hidden/META-INF/services/dev.chaos4j.spi.InjectionBackend");
    }

    @Test
    void everyClassInsideHasANameOfOurs() throws IOException {
        assertThat(names())
                .filteredOn(name -> name.endsWith(".class") || name.endsWith(".classdata"))
                .hasSizeGreaterThan(1_000)
                .allSatisfy(name -> assertThat(name).matches("(chaos4j-hidden/)?dev/chaos4j/.*"));
    }

    @Test
    void noClassFileRefersToALibraryByItsOldName() throws IOException {
        try (JarFile jar = open()) {
            Set<String> old = new TreeSet<>();
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".classdata")) {
                    references(jar.getInputStream(entry).readAllBytes()).stream()
                            .filter(name -> OLD_NAME.matcher(name).matches())
                            .forEach(name -> old.add(entry.getName() + ": " + name));
                }
            }
            assertThat(old).isEmpty();
        }
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
        try (JarFile jar = open()) {
            List<String> services = names().stream()
                    .filter(name -> name.startsWith("chaos4j-hidden/META-INF/services/") && !name.endsWith("/"))
                    .toList();

            assertThat(services)
                    .contains(
                            "chaos4j-hidden/META-INF/services/dev.chaos4j.agent.shaded.org.slf4j.spi.SLF4JServiceProvider")
                    .allSatisfy(name -> assertThat(providers(jar, name))
                            .isNotEmpty()
                            .allSatisfy(provider -> assertThat(
                                            jar.getEntry("chaos4j-hidden/" + provider.replace('.', '/') + ".classdata"))
                                    .as(provider)
                                    .isNotNull()));
        }
    }

    private static List<String> providers(JarFile jar, String service) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(service)).readAllBytes(), StandardCharsets.UTF_8)
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

    private static List<String> names() throws IOException {
        try (JarFile jar = open()) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }

    private static JarFile open() throws IOException {
        return new JarFile(AgentJar.path().toFile());
    }
}
