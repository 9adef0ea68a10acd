package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JarLayoutIT {

    /** Everything an application can see of the jar. */
    private static final Pattern VISIBLE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|LICENSE|THIRD-PARTY\\.txt|licenses/.*)?"
                    + "|dev/|dev/chaos4j/|dev/chaos4j/agent/"
                    + "|dev/chaos4j/agent/(ChaosAgent|Launch|LastRecord|HiddenClassLoader)(\\$.*)?\\.class");

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
                        "chaos4j-hidden/net/bytebuddy/ByteBuddy.classdata",
                        "chaos4j-hidden/dev/chaos4j/Chaos.classdata",
                        "chaos4j-hidden/dev/chaos4j/agent/bridge/Bridge.classdata",
                        "chaos4j-hidden/META-INF/services/dev.chaos4j.spi.InjectionBackend");
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
