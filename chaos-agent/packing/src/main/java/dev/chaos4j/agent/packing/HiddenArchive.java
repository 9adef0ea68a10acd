package dev.chaos4j.agent.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file that anybody can open, and an index with which the agent finds an entry without having read the thousands of
 * others: a hash table of the places where entries begin.
 */
public final class HiddenArchive {

    private static final String ZIP = "chaos4j-hidden.zip";
    private static final String INDEX = "chaos4j-hidden.index";

    /** The earliest that a ZIP file knows: the same content gives the same bytes. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final byte[] zip;
    private final byte[] index;

    private HiddenArchive(byte[] zip, byte[] index) {
        this.zip = zip;
        this.index = index;
    }

    /** Packs the files of a directory. */
    public static HiddenArchive of(Path directory) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        List<Path> files = filesOf(directory);
        Index index = new Index(files.size());
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Path file : files) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                byte[] content = Files.readAllBytes(file);
                index.add(name, packed.size());
                zip.putNextEntry(entry(name, content));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return new HiddenArchive(packed.toByteArray(), index.bytes());
    }

    private static List<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** With all lengths, so that they stand before the content and not behind it. */
    private static ZipEntry entry(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        entry.setSize(content.length);
        entry.setCompressedSize(packedLength(content));
        entry.setCrc(sum.getValue());
        return entry;
    }

    private static int packedLength(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] nowhere = new byte[64 << 10];
            while (!deflater.finished()) {
                deflater.deflate(nowhere);
            }
            return Math.toIntExact(deflater.getBytesWritten());
        } finally {
            deflater.end();
        }
    }

    /** Writes the ZIP file and the index into this directory, under the names that the agent knows. */
    public void writeTo(Path directory) throws IOException {
        Files.write(directory.resolve(ZIP), zip);
        Files.write(directory.resolve(INDEX), index);
    }

    /** Slots for places, each in the first free slot from its name's hash on; -1 in free ones. At most half are taken. */
    private static final class Index {

        private final int[] slots;

        Index(int entries) {
            slots = new int[Math.max(2, Integer.highestOneBit(entries) * 4)];
            Arrays.fill(slots, -1);
        }

        void add(String name, int place) {
            int slot = name.hashCode() & (slots.length - 1);
            while (slots[slot] != -1) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = place;
        }

        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(slots.length * Integer.BYTES);
            bytes.asIntBuffer().put(slots);
            return bytes.array();
        }
    }
}
