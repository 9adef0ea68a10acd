package dev.chaos4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The source tree: its files without what a build or git adds. */
final class Tree {

    private Tree() {}

    /** The root of the source tree. */
    static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(".mvn"))) {
                return directory;
            }
        }
        throw new IllegalStateException("No directory above " + start + " has .mvn, which marks the root of the build. "
                + "Run the tests from inside the source tree.");
    }

    /** All Markdown files, in the order of their paths. */
    static List<Page> pages() {
        return filesEndingIn(".md").stream().map(Page::read).toList();
    }

    /** All Java sources that the build compiles and runs. */
    static List<Path> sources() {
        return filesEndingIn(".java");
    }

    private static List<Path> filesEndingIn(String suffix) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isForeign(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(suffix)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /** A build directory beside a POM (and not the package dev.chaos4j.target), or one of git or an editor. */
    private static boolean isForeign(Path directory) {
        String name = directory.getFileName().toString();
        boolean builtHere = name.equals("target") || name.startsWith("target-");
        return (builtHere && Files.exists(directory.resolveSibling("pom.xml")))
                || (name.startsWith(".") && !directory.equals(root()));
    }
}
