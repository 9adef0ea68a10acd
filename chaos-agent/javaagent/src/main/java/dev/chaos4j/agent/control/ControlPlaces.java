package dev.chaos4j.agent.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where agents make the directories of their sockets, and where the command line looks for them. */
final class ControlPlaces {

    private ControlPlaces() {}

    /** Where an agent tries, best first; {@code given} alone if it is not null. */
    static List<Path> forAgent(@Nullable Path given) {
        return given != null ? List.of(given.toAbsolutePath()) : usual();
    }

    /**
     * Where the command line looks for the agent of a process: also through the eyes of that process, which may be in
     * a container.
     */
    static List<Path> forCommand(Path proc, long pid, @Nullable Path given) {
        List<Path> here = given != null ? List.of(given.toAbsolutePath()) : usual();
        Path root = proc.resolve(pid + "/root");
        Stream<Path> there = Files.isDirectory(root)
                ? here.stream().map(place -> root.resolve(place.getRoot().relativize(place)))
                : Stream.empty();
        return Stream.concat(there, here.stream()).toList();
    }

    /** The number a process has in its own eyes: another one if it is in a container. */
    static long pidInside(Path proc, long pid) {
        try (Stream<String> lines = Files.lines(proc.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("NSpid:"))
                    .map(line -> line.substring(line.lastIndexOf('\t') + 1).trim())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(pid);
        } catch (IOException | RuntimeException e) {
            return pid;
        }
    }

    /** {@code /tmp} first: HotSpot uses it too, whatever {@code java.io.tmpdir} says, which may differ between the two. */
    private static List<Path> usual() {
        Set<Path> places = new LinkedHashSet<>();
        Stream.of("/tmp", System.getenv("TMPDIR"), System.getenv("TEMP"), System.getProperty("java.io.tmpdir"))
                .flatMap(name -> Optional.ofNullable(name).stream())
                .map(name -> Path.of(name).toAbsolutePath())
                .filter(Files::isDirectory)
                .forEach(places::add);
        return List.copyOf(places);
    }
}
