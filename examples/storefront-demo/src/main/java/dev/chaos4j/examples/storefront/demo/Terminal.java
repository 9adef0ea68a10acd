package dev.chaos4j.examples.storefront.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the place where the demo prints can show. Thread-safe. */
final class Terminal {
    private static final String ESCAPE = "\u001b[";
    private static final String NO_WRAP = ESCAPE + "?7l";
    private static final String WRAP = ESCAPE + "?7h";

    private final PrintStream out;
    private final boolean live;
    private final boolean color;
    private final boolean unicode;
    private final int width;
    private boolean closed;

    /**
     * A place to print.
     *
     * @param out where to print
     * @param live whether lines can be drawn again; false in a file, a pipe, or a build
     * @param color whether colours are wanted
     * @param unicode whether more than ASCII can be shown
     * @param width how many characters fit into a line; 0 for any number
     */
    Terminal(PrintStream out, boolean live, boolean color, boolean unicode, int width) {
        this.out = out;
        this.live = live;
        this.color = color;
        this.unicode = unicode;
        this.width = width;
    }

    /**
     * Standard output.
     *
     * @param tty whether it is a terminal, as the shell knows
     * @param width how many characters fit into a line, as the shell knows; 0 if it does not
     * @param env the environment: {@code CI}, {@code TERM}, {@code NO_COLOR} and the locale count
     */
    static Terminal standard(boolean tty, int width, Map<String, String> env) {
        boolean dumb = env.getOrDefault("TERM", "").equals("dumb");
        boolean live = tty && !dumb && env.getOrDefault("CI", "").isEmpty();
        boolean unicode = isUtf8(env);
        Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        return new Terminal(
                new PrintStream(System.out, true, charset),
                live,
                live && env.getOrDefault("NO_COLOR", "").isEmpty(),
                unicode,
                live ? width : 0);
    }

    private static boolean isUtf8(Map<String, String> env) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = env.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toUpperCase(Locale.ROOT).matches(".*UTF-?8.*");
            }
        }
        return false;
    }

    boolean live() {
        return live;
    }

    synchronized void line(String text) {
        if (!closed) {
            out.println(Paragraphs.fit(text, width));
        }
    }

    /** The last line; nothing that others print afterwards is shown. */
    synchronized void last(String text) {
        if (!closed) {
            out.println((live ? "\n" : "") + Paragraphs.fit(text, width));
            closed = true;
        }
    }

    /**
     * Draws lines, cut where the terminal ends, in the place of those drawn before.
     *
     * @param before how many were drawn before and are to go
     */
    synchronized void draw(int before, List<String> lines) {
        if (!closed) {
            StringBuilder picture = new StringBuilder(before == 0 ? "" : ESCAPE + before + "F" + ESCAPE + "J");
            picture.append(NO_WRAP);
            lines.forEach(line -> picture.append(line).append('\n'));
            out.print(picture.append(WRAP));
            out.flush();
        }
    }

    String good(String text) {
        return colored("32", text);
    }

    String bad(String text) {
        return colored("31", text);
    }

    String strong(String text) {
        return colored("1", text);
    }

    /** A bar that is full up to {@code share}, from 0.0 to 1.0. */
    String bar(double share, int width) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * width);
        return (unicode ? "\u2588" : "#").repeat(full) + (unicode ? "\u2591" : "-").repeat(width - full);
    }

    private String colored(String code, String text) {
        return color ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
