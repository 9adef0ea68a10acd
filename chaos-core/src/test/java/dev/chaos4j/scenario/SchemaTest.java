package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.chaos4j.internal.yaml.Definitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** {@code -Dchaos4j.update=true} writes both files of the schema anew from the forms that the reader uses. */
class SchemaTest {

    private static final Path IN_THE_JAR = Path.of("src/main/resources/META-INF/chaos4j/scenario.schema.json");
    private static final Path IN_THE_DOCS = Path.of("../docs/scenario.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    static List<Path> valid() {
        return Corpus.valid();
    }

    static List<Path> brokenInStructure() {
        return Corpus.filesIn(Corpus.BROKEN.resolve("structure"));
    }

    @Test
    void saysWhatTheReaderReads() throws IOException {
        String schema = JSON.writeValueAsString(
                        Definitions.schemaOf(ScenarioForm.FORM, "urn:chaos4j:scenario:1", "Scenario of Chaos4j"))
                + "\n";
        if (Boolean.getBoolean("chaos4j.update")) {
            Files.writeString(IN_THE_JAR, schema);
            Files.writeString(IN_THE_DOCS, schema);
        }

        assertThat(Corpus.text(IN_THE_JAR)).isEqualTo(schema);
    }

    @Test
    void isTheSameInTheJarAndInTheDocs() throws IOException {
        try (InputStream inTheJar =
                Objects.requireNonNull(ScenarioFile.class.getResourceAsStream(ScenarioFile.SCHEMA))) {
            assertThat(new String(inTheJar.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Corpus.text(IN_THE_DOCS));
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsWhatTheReaderAccepts(Path file) {
        assertThat(schema().validate(tree(Corpus.text(file)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsWhatTheWriterWrites(Path file) {
        String written = ScenarioFile.write(ScenarioFile.read(file));

        assertThat(schema().validate(tree(written))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("brokenInStructure")
    void refusesWhatTheReaderRefusesForItsStructure(Path file) {
        assertThat(schema().validate(tree(Corpus.text(file)))).isNotEmpty();
    }

    @Test
    void isASchemaItself() throws IOException {
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(JSON.readTree(Corpus.text(IN_THE_JAR)))).isEmpty();
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(Corpus.text(IN_THE_JAR)));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    /** The text as editors see it: as YAML 1.2 with the core schema. */
    private static JsonNode tree(String text) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(text));
    }
}
