package dev.chaos4j.examples.storefront.demo;

/** Breaks long lines between words, and indents what goes on. */
final class Paragraphs {
    private static final String GOES_ON = "  ";

    private Paragraphs() {}

    /**
     * The text in lines of at most {@code width} characters, as far as its words are shorter.
     *
     * @param width 0 if lines may be of any length
     */
    static String fit(String text, int width) {
        if (width <= 0) {
            return text;
        }
        StringBuilder fitting = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            fitting.append(fitting.isEmpty() ? "" : "\n").append(fitLine(line, width));
        }
        return fitting.toString();
    }

    private static String fitLine(String line, int width) {
        String indent = " ".repeat(line.length() - line.stripLeading().length()) + GOES_ON;
        StringBuilder lines = new StringBuilder();
        String rest = line;
        int end = lastGap(rest, width, indent.length());
        while (rest.length() > width && end > 0) {
            lines.append(rest, 0, end).append('\n');
            rest = indent + rest.substring(end).stripLeading();
            end = lastGap(rest, width, indent.length());
        }
        return lines.append(rest).toString();
    }

    /** Where to break; 0 if a word is too long. */
    private static int lastGap(String line, int width, int indent) {
        int gap = line.lastIndexOf(' ', width);
        return gap > indent ? gap : 0;
    }
}
