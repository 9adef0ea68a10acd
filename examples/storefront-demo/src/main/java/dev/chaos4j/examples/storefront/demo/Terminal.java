package dev.chaos4j.examples.storefront.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What the place where the demo prints can show.
 *
 * @param out where to print
 * @param live whether lines can be drawn again; false in a file, a pipe, or a build
 * @param color whether colours are wanted
 * @param unicode whether more than ASCII can be shown
 */
record Terminal(PrintStream out, boolean live, boolean color, boolean unicode) {
    private static final String ESCAPE = "\u001b[";

    /**
     * Standard output.
     *
     * @param tty whether it is a terminal, as the shell knows
     * @param env the environment: {@code CI}, {@code TERM}, {@code NO_COLOR} and the locale count
     */
    static Terminal standard(boolean tty, Map<String, String> env) {
        boolean dumb = env.getOrDefault("TERM", "").equals("dumb");
        boolean live = tty && !dumb && env.getOrDefault("CI", "").isEmpty();
        boolean unicode = isUtf8(env);
        Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        return new Terminal(
                new PrintStream(System.out, true, charset),
                live,
                live && env.getOrDefault("NO_COLOR", "").isEmpty(),
                unicode);
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

    void line(String text) {
        out.println(text);
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

    /** Goes up so many lines, to draw them again. */
    void up(int lines) {
        out.print(ESCAPE + lines + "F" + ESCAPE + "J");
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
