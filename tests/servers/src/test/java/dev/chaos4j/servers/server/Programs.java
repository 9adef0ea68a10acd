package dev.chaos4j.servers.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a server's programs, and not as root, which PostgreSQL refuses: where the build runs as root, they run as the
 * user <em>nobody</em>, who gets the files that they have to write.
 */
final class Programs {

    private static final int NOBODY = 65_534;
    private static final long MOST_SECONDS = 120;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");

    private final Path directory;
    private final boolean asRoot;

    /**
     * Programs that work in this directory.
     *
     * @param directory new, below one that every user may enter
     */
    Programs(Path directory) throws IOException {
        this.directory = directory;
        boolean unix = Files.getFileStore(directory).supportsFileAttributeView("unix")
                || directory.getFileSystem().supportedFileAttributeViews().contains("unix");
        this.asRoot = unix && Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
        if (asRoot) {
            hand(directory);
        }
    }

    /** Makes this file, and what is in it if it is a directory, the programs' own. */
    void hand(Path file) throws IOException {
        if (!asRoot) {
            return;
        }
        try (Stream<Path> files = Files.walk(file)) {
            for (Path each : files.toList()) {
                Files.setAttribute(each, "unix:uid", NOBODY);
                Files.setAttribute(each, "unix:gid", NOBODY);
            }
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it fails; the message has what it printed
     */
    void run(String... command) throws IOException {
        List<String> line = new ArrayList<>(asRoot ? AS_NOBODY : List.of());
        line.addAll(List.of(command));
        File printed = directory.resolve("printed.txt").toFile();
        // into a file: the server that a program leaves behind would keep a pipe open
        Process process = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
        if (exitCode(process) != 0) {
            throw new IOException(String.join(" ", line) + " failed:\n" + Files.readString(printed.toPath()));
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IOException(process.info() + " did not end in " + MOST_SECONDS + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
