package dev.chaos4j.servers.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, as the artefact for this operating system brings them. */
final class PostgresArchive {

    private static final int EXECUTABLE = 0b001_000_000;
    private static final List<String> NAMES = List.of(
            "postgres-linux-x86_64.txz",
            "postgres-linux-arm_64.txz",
            "postgres-darwin-x86_64.txz",
            "postgres-darwin-arm_64.txz",
            "postgres-windows-x86_64.txz");

    private PostgresArchive() {}

    static void unpack(Path into) throws IOException {
        try (InputStream packed = open();
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(packed))) {
            TarArchiveEntry entry;
            while ((entry = archive.getNextEntry()) != null) {
                unpack(archive, entry, into);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException(entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, file);
        if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static InputStream open() throws IOException {
        for (String name : NAMES) {
            InputStream found = PostgresArchive.class.getClassLoader().getResourceAsStream(name);
            if (found != null) {
                return new BufferedInputStream(found);
            }
        }
        throw new IOException("No PostgreSQL for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch")
                + " is on the class path: add a profile with its artefact to tests/servers/pom.xml");
    }
}
