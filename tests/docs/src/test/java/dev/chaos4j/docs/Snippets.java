package dev.chaos4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds code blocks in sources. A block is found if its lines follow one another in one source, whatever their
 * indentation; empty lines do not count, and a line of dots ({@code ...} or {@code // ...}) stands for lines left out.
 */
final class Snippets {

    private final List<List<String>> sources;

    private Snippets(List<List<String>> sources) {
        this.sources = sources;
    }

    static Snippets of(List<Path> files) {
        return new Snippets(files.stream().map(Snippets::linesOf).toList());
    }

    static Snippets ofText(String source) {
        return new Snippets(List.of(significant(source.lines().toList())));
    }

    private static List<String> linesOf(Path file) {
        try {
            return significant(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> significant(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The first line of the block that no source continues with, or nothing if the block is found. */
    Optional<String> firstStrayLine(List<String> block) {
        List<String> lines = significant(block);
        if (lines.isEmpty()) {
            return Optional.of("(the block is empty)");
        }
        int best = 0;
        for (List<String> source : sources) {
            int matched = matchedLines(source, lines);
            if (matched == lines.size()) {
                return Optional.empty();
            }
            best = Math.max(best, matched);
        }
        return Optional.of(lines.get(best));
    }

    /** How many lines of the block the source has, from its first one on. */
    private static int matchedLines(List<String> source, List<String> block) {
        int best = 0;
        int from = 0;
        int done = 0;
        for (List<String> piece : pieces(block)) {
            Found found = find(source, piece, from);
            best = done + found.matched;
            if (found.matched < piece.size()) {
                return best;
            }
            from = found.end;
            done += piece.size() + 1;
        }
        return block.size();
    }

    private static Found find(List<String> source, List<String> piece, int from) {
        Found best = new Found(0, from);
        for (int start = from; start < source.size(); start++) {
            int matched = 0;
            while (matched < piece.size()
                    && start + matched < source.size()
                    && source.get(start + matched).equals(piece.get(matched))) {
                matched++;
            }
            if (matched == piece.size()) {
                return new Found(matched, start + matched);
            }
            best = matched > best.matched ? new Found(matched, start + matched) : best;
        }
        return best;
    }

    private static List<List<String>> pieces(List<String> block) {
        List<List<String>> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        for (String line : block) {
            if (line.equals("...") || line.equals("// ...")) {
                pieces.add(piece);
                piece = new ArrayList<>();
            } else {
                piece.add(line);
            }
        }
        pieces.add(piece);
        return pieces;
    }

    private record Found(int matched, int end) {}
}
