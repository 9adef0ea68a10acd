package dev.chaos4j.agent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operating system tells about processes. */
final class Processes {

    private static final int SIGQUIT = 3;
    private static final String JAVA_VERSION = "JAVA_VERSION=";

    private final Path proc;
    private final String self;

    /**
     * Looks at this machine.
     *
     * @param proc where Linux describes processes; need not exist
     * @param self the user of this process
     */
    Processes(Path proc, String self) {
        this.proc = proc;
        this.self = self;
    }

    static Processes ofThisMachine() {
        return new Processes(Path.of("/proc"), System.getProperty("user.name"));
    }

    boolean exists(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    String self() {
        return self;
    }

    Optional<String> owner(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().user());
    }

    /** Whether it belongs to somebody else, which only root may ignore. */
    boolean isForeign(long pid) {
        return !self.equals("root")
                && owner(pid).filter(owner -> !owner.equals(self)).isPresent();
    }

    /**
     * Whether the process survives SIGQUIT, by which the JDK asks a JVM to listen. A program that does not handle it is
     * killed, as is a JVM with {@code -Xrs}; a program that handles it and is no JVM may take it as the order to end.
     * True where the system does not tell.
     */
    boolean survivesAttach(long pid) {
        return handlesSigquit(pid) && hasJvm(pid);
    }

    private boolean handlesSigquit(long pid) {
        return statusLine(pid, "SigCgt:")
                .map(mask -> (Long.parseUnsignedLong(mask, 16) & (1L << (SIGQUIT - 1))) != 0)
                .orElse(true);
    }

    /** Whether the JVM's library is in its memory. */
    private boolean hasJvm(long pid) {
        try {
            return library(pid).isPresent();
        } catch (IOException | UncheckedIOException e) {
            return true;
        }
    }

    /** The line that tells where the JVM's library is in its memory, and its path. */
    private Optional<String> library(long pid) throws IOException {
        // file names there may be in any encoding
        try (Stream<String> lines = Files.lines(proc.resolve(pid + "/maps"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("libjvm.")).findFirst();
        }
    }

    /** The version of its Java, for example 17.0.15, from the file that is with every JDK; empty where it is not. */
    Optional<String> javaVersion(long pid) {
        try {
            return library(pid).flatMap(line -> releaseFile(pid, line)).flatMap(Processes::versionIn);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The library is in {@code lib/server} of the JDK. */
    private Optional<Path> releaseFile(long pid, String library) {
        Path inside = Path.of(library.substring(library.indexOf('/')));
        return Optional.ofNullable(proc.resolve(pid + "/root" + inside).getParent())
                .map(server -> server.resolve("../../release"));
    }

    private static Optional<String> versionIn(Path releaseFile) {
        try (Stream<String> lines = Files.lines(releaseFile)) {
            return lines.filter(line -> line.startsWith(JAVA_VERSION))
                    .map(line -> line.substring(JAVA_VERSION.length()).replace("\"", ""))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Whether the process, perhaps in a container, lacks the directory through which the JDK attaches. */
    boolean lacksTmp(long pid) {
        Path root = proc.resolve(pid + "/root");
        return Files.isDirectory(root) && !Files.isWritable(root.resolve("tmp"));
    }

    /** Whether the process sees this file at the same place; true where the system does not tell. */
    boolean sees(long pid, Path file) {
        Path root = proc.resolve(pid + "/root");
        Path there = root.resolve(Path.of("/").relativize(file.toAbsolutePath()));
        return !Files.isDirectory(root) || Files.exists(there);
    }

    private Optional<String> statusLine(long pid, String name) {
        try (Stream<String> lines = Files.lines(proc.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).trim())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
