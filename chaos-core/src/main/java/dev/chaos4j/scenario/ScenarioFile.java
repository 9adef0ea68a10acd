package dev.chaos4j.scenario;

import dev.chaos4j.internal.yaml.Document;
import dev.chaos4j.internal.yaml.Problem;
import dev.chaos4j.internal.yaml.YamlText;
import dev.chaos4j.scenario.ScenarioFileException.FileError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads and writes scenarios as YAML, of which JSON is a part. The format is described in {@code docs/scenario-files.md}
 * and, for editors, by the JSON Schema {@value #SCHEMA} in this jar. Thread-safe.
 */
public final class ScenarioFile {

    /** The resource that holds the JSON Schema of scenario files. */
    public static final String SCHEMA = "/META-INF/chaos4j/scenario.schema.json";

    private ScenarioFile() {}

    /**
     * Reads a file.
     *
     * @throws ScenarioFileException if it does not exist, cannot be read, or does not hold a scenario; the message says
     *     where, what was found and what is allowed
     */
    public static Scenario read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, file.toString());
        } catch (NoSuchFileException missing) {
            throw unreadable(
                    file.toString(),
                    "There is no such file",
                    file.toAbsolutePath().toString());
        } catch (IOException failed) {
            throw unreadable(file.toString(), "The file cannot be read", failed.toString());
        }
    }

    /**
     * Reads a scenario from a text.
     *
     * @param sourceName what to call the text in messages, usually the name of its file
     * @throws ScenarioFileException if it does not hold a scenario; the message says where, what was found and what is
     *     allowed
     */
    public static Scenario parse(String text, String sourceName) {
        Document document = Document.of(text);
        return document.read(ScenarioForm.FORM)
                .orElseThrow(() -> new ScenarioFileException(
                        sourceName,
                        document.problems().stream()
                                .map(problem -> error(problem, document, sourceName))
                                .toList()));
    }

    private static FileError error(Problem problem, Document document, String sourceName) {
        return new FileError(
                sourceName,
                problem.at().line(),
                problem.at().column(),
                problem.text(),
                problem.found(),
                problem.allowed(),
                problem.nearest(),
                document.excerpt(problem.at()));
    }

    /**
     * The scenario as YAML, which {@link #parse} turns back into the same scenario.
     *
     * @throws IllegalArgumentException if a part of it is code and not data, such as a failure with a supplier; the
     *     message names the fault and what to use instead
     */
    public static String write(Scenario scenario) {
        return YamlText.of(ScenarioForm.FORM.write(scenario));
    }

    /**
     * A scenario that comes with Chaos4j.
     *
     * @param name one of {@link #catalogue()}
     * @throws IllegalArgumentException if there is none of this name; the message names the nearest one
     */
    public static Scenario ofCatalogue(String name) {
        return Catalogue.scenario(name);
    }

    /** The names of the scenarios that come with Chaos4j, sorted. */
    public static List<String> catalogue() {
        return Catalogue.names();
    }

    /**
     * Reads a resource.
     *
     * @param resource its path without a leading slash, for example {@code scenarios/outage.yaml}
     * @param loader where it is looked up
     * @throws ScenarioFileException if there is none, or it does not hold a scenario
     */
    public static Scenario ofResource(String resource, ClassLoader loader) {
        try (InputStream bytes = loader.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw unreadable(resource, "There is no such resource on the class path", "nothing");
            }
            return read(bytes, resource);
        } catch (IOException failed) {
            throw unreadable(resource, "The resource cannot be read", failed.toString());
        }
    }

    static Scenario read(InputStream bytes, String sourceName) throws IOException {
        byte[] content = bytes.readNBytes(Document.MAX_LENGTH + 1);
        if (content.length > Document.MAX_LENGTH) {
            throw unreadable(sourceName, "The file is longer than " + Document.MAX_LENGTH + " bytes", "a longer one");
        }
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString(),
                    sourceName);
        } catch (CharacterCodingException notText) {
            throw unreadable(sourceName, "The file is not a text in UTF-8", notText.toString());
        }
    }

    private static ScenarioFileException unreadable(String file, String problem, String found) {
        return new ScenarioFileException(
                file, List.of(new FileError(file, 0, 0, problem, found, "a scenario file in UTF-8", null, "")));
    }
}
