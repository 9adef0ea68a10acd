package dev.chaos4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file.
 *
 * @param path where it is
 * @param lines its lines
 */
record Page(Path path, List<String> lines) {

    private static final Pattern FENCE = Pattern.compile("\\s*```\\s*([\\w-]*)\\s*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)(?: +#+)? *");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");

    static Page read(Path path) {
        try {
            return new Page(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks in this language, the word after the fence. */
    List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = endOfBlock(i);
                blocks.add(new Block(this, i + 1, fence.group(1), lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }

    private int endOfBlock(int fence) {
        for (int i = fence + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```")) {
                return i;
            }
        }
        throw new IllegalStateException(path + ":" + (fence + 1) + ": this code block has no end");
    }

    /** The targets of its links, by the number of their line; code is no link. */
    Map<String, Integer> links() {
        Map<String, Integer> links = new LinkedHashMap<>();
        prose().forEach((number, line) -> {
            Matcher link = LINK.matcher(CODE.matcher(line).replaceAll("``"));
            while (link.find()) {
                links.putIfAbsent(link.group(1), number);
            }
        });
        return links;
    }

    /** The anchors of its headings, as the usual renderers make them. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        prose().forEach((number, line) -> {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(distinct(anchor(heading.group(1)), anchors));
            }
        });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String distinct(String anchor, List<String> taken) {
        String candidate = anchor;
        for (int i = 1; taken.contains(candidate); i++) {
            candidate = anchor + "-" + i;
        }
        return candidate;
    }

    private Map<Integer, String> prose() {
        Map<Integer, String> prose = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (FENCE.matcher(lines.get(i)).matches()) {
                i = endOfBlock(i);
            } else {
                prose.put(i + 1, lines.get(i));
            }
        }
        return prose;
    }

    @Override
    public String toString() {
        return Tree.root().relativize(path).toString().replace('\\', '/');
    }
}
