package dev.chaos4j.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The ZIP file inside the jar, read into memory once and unpacked entry by entry when they are asked for. An open
 * {@link ZipFile} would read at the old places once somebody overwrites the jar, and find nothing of use there just when
 * a scenario is to be undone. Where an entry begins is found in an index beside it: to read the names of all takes the
 * JVM longer than to load those that are needed. Immutable, thread-safe.
 */
final class HiddenEntries {

    private static final String ZIP = "chaos4j-hidden.zip";
    private static final String INDEX = "chaos4j-hidden.index";

    private static final int SIGNATURE = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int FREE = -1;

    private final ByteBuffer zip;
    /** A hash table of the places in the ZIP file where the entries begin. */
    private final IntBuffer places;

    private HiddenEntries(byte[] zip, byte[] index) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        this.places = ByteBuffer.wrap(index).asIntBuffer();
    }

    /**
     * Reads a jar.
     *
     * @throws IOException if it cannot be read, or is not ours
     */
    static HiddenEntries of(File file) throws IOException {
        try (ZipFile jar = new ZipFile(file)) {
            return new HiddenEntries(content(jar, ZIP), content(jar, INDEX));
        }
    }

    private static byte[] content(ZipFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            throw new ZipException(jar.getName() + " has no " + name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    boolean has(String name) {
        return find(name) != FREE;
    }

    /** Where an entry begins; {@link #FREE} if there is none of this name. */
    private int find(String name) {
        int mask = places.capacity() - 1;
        for (int slot = name.hashCode() & mask; ; slot = (slot + 1) & mask) {
            int place = places.get(slot);
            if (place == FREE || name.equals(nameAt(place))) {
                return place;
            }
        }
    }

    private String nameAt(int place) {
        return new String(zip.array(), place + HEADER_LENGTH, length(place + 26), StandardCharsets.UTF_8);
    }

    /**
     * The content of an entry; null if there is none of this name.
     *
     * @throws ZipException if it is damaged
     */
    byte @Nullable [] read(String name) throws ZipException {
        int place = find(name);
        return place == FREE ? null : unpack(name, place);
    }

    /** The same as a stream. */
    @Nullable
    InputStream open(String name) throws ZipException {
        byte[] content = read(name);
        return content == null ? null : new ByteArrayInputStream(content);
    }

    private byte[] unpack(String name, int place) throws ZipException {
        if (zip.getInt(place) != SIGNATURE) {
            throw new ZipException(name + " is not where it should be");
        }
        int packed = place + HEADER_LENGTH + length(place + 26) + length(place + 28);
        byte[] content = new byte[zip.getInt(place + 22)];
        inflate(name, zip.slice(packed, zip.getInt(place + 18)), content);
        return content;
    }

    private static void inflate(String name, ByteBuffer packed, byte[] content) throws ZipException {
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

    private int length(int at) {
        return zip.getShort(at) & 0xffff;
    }
}
