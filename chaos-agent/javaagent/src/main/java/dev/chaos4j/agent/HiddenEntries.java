package dev.chaos4j.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a jar below one directory, read into memory once and unpacked one by one when they are asked for. An
 * open {@link java.util.jar.JarFile} would read at the old places once somebody overwrites the jar, and find nothing of
 * use there just when a scenario is to be undone. Immutable, thread-safe.
 */
final class HiddenEntries {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;

    private final ByteBuffer jar;
    /** Where in the jar's directory each entry is described. */
    private final Map<String, Integer> places;

    private HiddenEntries(ByteBuffer jar, Map<String, Integer> places) {
        this.jar = jar;
        this.places = places;
    }

    /**
     * Reads a jar.
     *
     * @param prefix what the names of the entries begin with; {@link #read} is called without it
     * @throws IOException if it cannot be read, or is no jar
     */
    static HiddenEntries of(File file, String prefix) throws IOException {
        byte[] content = contentOf(file);
        ByteBuffer jar = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return new HiddenEntries(jar, places(jar, content, prefix.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IndexOutOfBoundsException e) {
            throw new ZipException(file + " is damaged");
        }
    }

    private static byte[] contentOf(File file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return in.readAllBytes();
        }
    }

    /** In each byte a character, as in all our names: attaching waits for this, and it is by far the fastest. */
    private static Map<String, Integer> places(ByteBuffer jar, byte[] content, byte[] prefix) throws ZipException {
        int end = end(jar);
        int count = jar.getShort(end + 10) & 0xffff;
        int at = jar.getInt(end + 16);
        Map<String, Integer> places = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            if (jar.getInt(at) != ENTRY_SIGNATURE) {
                throw new ZipException("The jar's directory is damaged");
            }
            int nameLength = length(jar, at + 28);
            int name = at + ENTRY_LENGTH;
            int rest = name + prefix.length;
            int behind = name + nameLength;
            if (rest <= behind && Arrays.equals(content, name, rest, prefix, 0, prefix.length)) {
                places.put(new String(content, rest, behind - rest, StandardCharsets.ISO_8859_1), at);
            }
            at += ENTRY_LENGTH + nameLength + length(jar, at + 30) + length(jar, at + 32);
        }
        return places;
    }

    /** The last record of the jar, behind which there may be a comment. */
    private static int end(ByteBuffer jar) throws ZipException {
        for (int at = jar.capacity() - END_LENGTH; at >= 0; at--) {
            if (jar.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new ZipException("This is no jar");
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    /**
     * The content of an entry; null if there is none of this name.
     *
     * @throws ZipException if it is damaged
     */
    byte @Nullable [] read(String name) throws ZipException {
        Integer place = places.get(name);
        return place == null ? null : unpack(name, place);
    }

    /** The same as a stream. */
    @Nullable
    InputStream open(String name) throws ZipException {
        byte[] content = read(name);
        return content == null ? null : new ByteArrayInputStream(content);
    }

    private byte[] unpack(String name, int at) throws ZipException {
        int packedLength = jar.getInt(at + 20);
        byte[] content = new byte[jar.getInt(at + 24)];
        int local = jar.getInt(at + 42);
        int packed = local + LOCAL_LENGTH + length(jar, local + 26) + length(jar, local + 28);
        if (jar.getShort(at + 10) == ZipEntry.STORED) {
            jar.get(packed, content);
        } else {
            inflate(name, jar.slice(packed, packedLength), content);
        }
        return content;
    }

    private void inflate(String name, ByteBuffer packed, byte[] content) throws ZipException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            for (int done = 0; done < content.length; ) {
                int step = inflater.inflate(content, done, content.length - done);
                if (step == 0) {
                    throw new ZipException(name + " is cut off");
                }
                done += step;
            }
        } catch (DataFormatException e) {
            throw new ZipException(name + " is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static int length(ByteBuffer jar, int at) {
        return jar.getShort(at) & 0xffff;
    }
}
