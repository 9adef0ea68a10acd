package dev.chaos4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.journal.Entry.Ending;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalFileTest {

    private static final List<Entry> ONE_OF_EACH = List.of(
            new Entry.CallStarted(3, 10, 1, 0, "image", "ShopTest.image", null, "main"),
            new Entry.AttemptStarted(4, 11, 2, 1, "http", "Http#send", Map.of("host", "s3", "path", "/ü\n"), "main"),
            new Entry.Injected(5, 12, 2, 1, "slow", "delay 300ms", "BEFORE", "Http#send", 0),
            new Entry.AttemptEnded(6, 13, 2, Ending.FAILED, "java.io.IOException: \"quoted\""),
            new Entry.PatternEvent(7, 14, "resilience4j", "retry", "s3", "retry", "attempt=1", 1),
            new Entry.CallEnded(8, 15, 1, Ending.OK, null),
            new Entry.Armed(9, 16, "slow", "delay 300ms at http, always"),
            new Entry.Disarmed(10, 17, "slow", "closed", Long.MAX_VALUE),
            new Entry.StageEntered(11, 18, "outage", "peak"),
            new Entry.NotApplied(12, 19, 5, 2, "slow", "the method returns int"),
            new Entry.Released(13, 20, "slow", 1));

    @Test
    void readsBackWhatItWroteForEveryKindOfEntry(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("journal.jsonl");
        JournalSnapshot written = new JournalSnapshot(ONE_OF_EACH, 2, 20);

        JournalFile.write(written, file);

        assertThat(ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet()))
                .as("this test knows every kind of entry")
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Entry.class.getPermittedSubclasses()));
        assertThat(JournalFile.read(file)).isEqualTo(written);
    }

    @Test
    void writesAHeaderWithSchemaAndDroppedCountAndThenOneLineForEachEntry() throws IOException {
        StringWriter text = new StringWriter();

        JournalFile.write(new JournalSnapshot(ONE_OF_EACH.subList(2, 4), 4, 20), text);

        assertThat(text)
                .hasToString("{\"journal\":\"chaos4j\",\"schema\":1,\"dropped\":4,\"nanos\":20}\n"
                        + "{\"type\":\"injected\",\"sequence\":5,\"nanos\":12,\"attempt\":2,\"call\":1,"
                        + "\"fault\":\"slow\",\"decision\":\"delay 300ms\",\"placement\":\"BEFORE\","
                        + "\"point\":\"Http#send\",\"ordinal\":0}\n"
                        + "{\"type\":\"attempt-ended\",\"sequence\":6,\"nanos\":13,\"attempt\":2,"
                        + "\"ending\":\"FAILED\",\"error\":\"java.io.IOException: \\\"quoted\\\"\"}\n");
    }

    @Test
    void countsWhatTheJournalDropped() {
        ScriptedJournal journal = new ScriptedJournal(3);
        for (int i = 0; i < 8; i++) {
            journal.call("call");
        }

        assertThat(JournalSnapshot.of(journal).dropped()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | line 1: there is nothing",
                "{\"a\":1} | line 1: this is no journal of Chaos4j",
                "stages: [] | line 1: this is no JSON object",
                "{\"journal\":\"chaos4j\",\"schema\":7} | has schema 7, and this version reads only schema 1",
                "{\"journal\":\"chaos4j\",\"schema\":1,\"dropped\":-1} | the header needs 'dropped'",
            })
    void refusesAHeaderItDoesNotKnow(String text, String message) {
        assertThatThrownBy(() -> JournalFile.read(new StringReader(text)))
                .isInstanceOf(JournalFormatException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"call-stared\"} | unknown type 'call-stared'; allowed are",
                "{\"type\":\"call-stared\"} | did you mean 'call-started'?",
                "{\"sequence\":1} | unknown type 'null'",
                "{\"type\":\"armed\",\"sequence\":1,\"na | this is no JSON object; the line may be cut off",
                "{\"type\":\"armed\",\"sequence\":1} {} | there is something after the JSON object",
                "{\"type\":\"armed\",\"sequence\":1,\"nanos\":1,\"who\":\"me\"} | an entry of type 'armed' has no [who]",
                "{\"type\":\"armed\",\"sequence\":1} | 'nanos' is missing in an entry of type 'armed'",
                "{\"type\":\"armed\",\"sequence\":\"x\"} | 'sequence' must be a long, but was x",
                "{\"type\":\"call-ended\",\"ending\":\"DONE\"} | unknown ending 'DONE'; allowed are [OK, FAILED",
                "[1] | there must be one JSON object",
                "{\"type\":true} | 'type' must be a whole number, a text or an object of texts",
            })
    void saysWhichLineIsDamagedAndHow(String line, String message) {
        String text = "{\"journal\":\"chaos4j\",\"schema\":1,\"dropped\":0,\"nanos\":20}\n\n" + line + "\n";

        assertThatThrownBy(() -> JournalFile.read(new StringReader(text)))
                .isInstanceOf(JournalFormatException.class)
                .hasMessageStartingWith("Journal line 3: ")
                .hasMessageContaining(message)
                .satisfies(error ->
                        assertThat(((JournalFormatException) error).line()).isEqualTo(3));
    }
}
