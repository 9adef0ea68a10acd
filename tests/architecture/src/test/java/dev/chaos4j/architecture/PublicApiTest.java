package dev.chaos4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicApiTest {

    @Test
    void everyPublicTypeAndMemberSaysWhatItDoes() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Module module : Module.library()) {
            sources.addAll(sourcesOf(module));
        }

        assertThat(PublicApi.undocumented(sources))
                .as("public or protected, without a Javadoc comment")
                .isEmpty();
    }

    /** A module may skip Javadoc only while it has nothing public: the tool calls that an error. */
    @Test
    void everyModuleWithPublicTypesHasItsJavadocChecked() throws IOException {
        for (Module module : Module.library()) {
            boolean skipped =
                    Files.readString(module.directory().resolve("pom.xml")).contains("maven.javadoc.skip");
            boolean hasPublicTypes = Module.classesOf(List.of(module)).stream()
                    .anyMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC));
            assertThat(skipped && hasPublicTypes)
                    .as("%s has public types: remove maven.javadoc.skip from its pom.xml", module.name())
                    .isFalse();
        }
    }

    @Test
    void aMissingCommentIsFound(@TempDir Path directory) throws IOException {
        Path planted = directory.resolve("Planted.java");
        Files.writeString(planted, """
                package planted;

                /** Has a comment. */
                public class Planted {
                    public static final int LIMIT = 3;
                    private int hidden;

                    protected Planted() {}

                    /** Has one too. */
                    public void documented() {}

                    public void silent() {}

                    @Override
                    public String toString() { return ""; }

                    void hidden() {}

                    /** Nested. */
                    public interface Inner {
                        void implicitlyPublic();
                    }

                    /** A constant without a word. */
                    public enum Choice { ONE }

                    /**
                     * A record's components have their say in its own comment.
                     *
                     * @param first the first
                     */
                    public record Pair(int first) {}

                    static class Unseen {
                        public void silentToo() {}
                    }
                }
                """);

        assertThat(PublicApi.undocumented(List.of(planted)))
                .containsExactly(
                        "Planted.java:5 LIMIT",
                        "Planted.java:8 <init>()",
                        "Planted.java:13 silent()",
                        "Planted.java:22 implicitlyPublic()",
                        "Planted.java:26 ONE");
    }

    private static List<Path> sourcesOf(Module module) throws IOException {
        try (Stream<Path> files = Files.walk(module.sources())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !module.sources().relativize(file).toString().contains("internal"))
                    .toList();
        }
    }
}
