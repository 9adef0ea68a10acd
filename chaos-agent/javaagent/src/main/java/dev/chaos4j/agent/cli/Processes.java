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
        // file names there may be in any encoding
        try (Stream<String> lines = Files.lines(proc.resolve(pid + "/maps"), StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains("libjvm."));
        } catch (IOException | UncheckedIOException e) {
            return true;
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
