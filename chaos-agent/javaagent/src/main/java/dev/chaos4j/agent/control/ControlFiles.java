package dev.chaos4j.agent.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of an agent's socket: a fresh one for each agent, made in one step with its permissions, so that nobody
 * can prepare it. Its name begins with the process id, by which the command line finds it.
 */
final class ControlFiles {

    static final String SOCKET = "control";

    private static final String NAME = ".chaos4j-";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private ControlFiles() {}

    /** Makes the directory for this process's agent in the first place that takes it. */
    static Path create(long pid, List<Path> places) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (Path place : places) {
            try {
                deleteLeftovers(place, pid);
                return Files.createTempDirectory(place, prefix(pid), ownerOnly());
            } catch (IOException | SecurityException e) {
                refusals.add(place + " (" + e + ")");
            }
        }
        throw new IOException("No directory takes the agent's control socket: " + String.join(", ", refusals)
                + ". Give the agent a writable one: control=DIRECTORY");
    }

    /** The directories in this place that an agent of this process may have made, owned by {@code owner} if known. */
    static List<Path> find(long pid, Path place, @Nullable UserPrincipal owner) {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix(pid)))
                    .filter(file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> owner == null || owner.equals(ownerOf(file)))
                    .toList();
        } catch (IOException | SecurityException | UncheckedIOException e) {
            return List.of();
        }
    }

    static void delete(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(SOCKET));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // somebody else has removed it, or the disk has become read-only: nothing listens there any more
        }
    }

    static @Nullable UserPrincipal ownerOf(Path file) {
        try {
            return POSIX ? Files.getOwner(file, LinkOption.NOFOLLOW_LINKS) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * An earlier process of this number did not get round to it. One that is alive is left alone: process numbers
     * repeat in containers that share a directory. Those of other users cannot be deleted anyway.
     */
    private static void deleteLeftovers(Path place, long pid) {
        for (Path old : find(pid, place, null)) {
            if (!answers(old)) {
                delete(old);
            }
        }
    }

    /** Whether somebody listens on the socket in this directory, who may be too busy, or stopped, to answer. */
    static boolean answers(Path directory) {
        try (SocketChannel channel = Connecting.to(directory.resolve(SOCKET), Connecting.LONGEST)) {
            return channel.isConnected();
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String prefix(long pid) {
        return NAME + pid + "-";
    }

    private static FileAttribute<?> ownerOnly() throws IOException {
        if (POSIX) {
            return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        }
        UserPrincipal self = FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        return new OwnerOnlyAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(self)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }

    /** The same for Windows. */
    private record OwnerOnlyAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
