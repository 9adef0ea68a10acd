package dev.chaos4j.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes journals as JSON lines and reads them back. UTF-8, one JSON object per line:
 *
 * <ul>
 *   <li>the first line is the header, {@code {"journal":"chaos4j","schema":1,"dropped":0,"nanos":1200}}: the version
 *       of this format, how many older entries the full journal had dropped, and the journal's time at the export;
 *   <li>each further line is one entry, oldest first: its {@link Entry#type() type}, then its parts under the names
 *       that {@link Entry} gives them. Parts that are null are left out.
 * </ul>
 *
 * Stateless and thread-safe.
 *
 * @since 0.1
 */
public final class JournalFile {

    /** The version of the format that this class writes, and the only one it reads. */
    public static final int SCHEMA = 1;

    private JournalFile() {}

    /**
     * Writes what the journal holds now, replacing the file if it exists.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Journal journal, Path file) throws IOException {
        write(JournalSnapshot.of(journal), file);
    }

    /**
     * Writes the snapshot, replacing the file if it exists.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(JournalSnapshot snapshot, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(snapshot, writer);
        }
    }

    /**
     * Writes the snapshot; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public static void write(JournalSnapshot snapshot, Writer writer) throws IOException {
        JournalLines lines = new JournalLines();
        writer.write(lines.header(snapshot));
        writer.write('\n');
        for (Entry entry : snapshot.entries()) {
            writer.write(lines.entry(entry));
            writer.write('\n');
        }
        writer.flush();
    }

    /**
     * Reads a journal that this class wrote.
     *
     * @throws IOException if the file cannot be read
     * @throws JournalFormatException if it is no journal, is of another version, or is damaged
     */
    public static JournalSnapshot read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /**
     * Reads a journal that this class wrote; the reader stays open.
     *
     * @throws IOException if the reader fails
     * @throws JournalFormatException if it is no journal, is of another version, or is damaged
     */
    public static JournalSnapshot read(Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String first = lines.readLine();
        if (first == null) {
            throw new JournalFormatException(1, "there is nothing; a journal begins with a header line");
        }
        JournalParser parser = new JournalParser();
        JournalSnapshot header = parser.header(first);
        List<Entry> entries = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                entries.add(parser.entry(number, line));
            }
        }
        return new JournalSnapshot(entries, header.dropped(), header.nanos());
    }
}
