package dev.chaos4j.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Endlessly many damaged versions of some texts: bytes, tokens and lines changed, drawn from a seed. */
final class Mutations {

    private static final Pattern TOKENS = Pattern.compile("(?<=\\W)|(?=\\W)");

    private static final List<String> NASTY = List.of(
            "&a ",
            "*a",
            "*b ",
            "<<: ",
            "!!int ",
            "!x ",
            "? ",
            "- ",
            ": ",
            "|",
            ">",
            "|+\n",
            "---\n",
            "...\n",
            "%YAML 9.9\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "\\",
            "#",
            "@",
            "`",
            "\t",
            "\r",
            "\n",
            "\n\n  ",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\uFFFF",
            "null",
            "~",
            "true",
            "-1",
            "0",
            "1e999",
            ".inf",
            ".nan",
            "0x10",
            "0o17",
            "99999999999999999999999",
            "-0.0",
            "1.5",
            "2017-02-28",
            "yes",
            "[[[[[[[[[[",
            "{{{{{{",
            "*******",
            "(((((((((((",
            "\\u0000",
            "x".repeat(3_000),
            "[".repeat(500),
            "- ".repeat(500),
            "? ".repeat(200),
            "{a: ".repeat(200));

    private final Random random;
    private final List<String> sound;
    private final List<String> broken;
    private final List<String> words;

    Mutations(long seed, List<String> sound, List<String> broken) {
        this.random = new Random(seed);
        this.sound = sound;
        this.broken = broken;
        this.words = Stream.concat(sound.stream(), broken.stream())
                .flatMap(text -> Arrays.stream(TOKENS.split(text)))
                .distinct()
                .toList();
    }

    byte[] next() {
        String text = anyText();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = random.nextBoolean() ? tokensChanged(text) : linesChanged(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(4) == 0 ? bytesChanged(bytes) : bytes;
    }

    private String anyText() {
        return pick(random.nextInt(4) > 0 ? sound : broken);
    }

    private byte[] bytesChanged(byte[] bytes) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        int victims = 1 + random.nextInt(4);
        for (byte b : bytes) {
            boolean hit = random.nextInt(bytes.length) < victims;
            switch (hit ? random.nextInt(4) : -1) {
                case 0 -> changed.write(random.nextInt(256));
                case 1 -> changed.write(b ^ (1 << random.nextInt(8)));
                case 2 -> changed.write(new byte[] {b, b}, 0, 2);
                case 3 -> {
                    // left out
                }
                default -> changed.write(b);
            }
        }
        return changed.toByteArray();
    }

    private String tokensChanged(String text) {
        List<String> tokens = new ArrayList<>(List.of(TOKENS.split(text)));
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 4 -> tokens.set(at, tokens.get(at).replaceAll("[0-9]", String.valueOf(random.nextInt(10))));
            case 1 -> tokens.set(at, pick(words));
            case 2 -> tokens.add(at, pick(NASTY));
            case 3 -> tokens.set(at, pick(NASTY));
            default -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
        }
        return String.join("", tokens);
    }

    private String linesChanged(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, "  " + line);
            case 3 -> lines.set(at, line.strip());
            case 4 -> lines.addAll(at, List.of(anyText().split("\n", -1)));
            case 5 -> lines.set(at, line + " " + pick(NASTY));
            default -> lines.set(at, lines.get(random.nextInt(lines.size())));
        }
        return String.join("\n", lines);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
