package dev.chaos4j.docs;

import java.util.List;

/**
 * A fenced block of a Markdown file.
 *
 * @param page where it is
 * @param line the number of its opening fence, from 1
 * @param language the word after the fence, or nothing
 * @param lines what it holds
 */
record Block(Page page, int line, String language, List<String> lines) {

    String text() {
        return String.join("\n", lines);
    }

    /** The place, in a form that editors make a link. */
    @Override
    public String toString() {
        return page + ":" + line;
    }
}
