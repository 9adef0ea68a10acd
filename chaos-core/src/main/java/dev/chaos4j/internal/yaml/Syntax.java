package dev.chaos4j.internal.yaml;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Says what is wrong with a text that is not YAML, in words for somebody who does not know the parser. */
final class Syntax {

    /** Parts of what the parser says, and what that means to the author. The first that fits counts. */
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("\\t(TAB)", false, "A tab cannot stand here", "spaces for indentation"),
            new Meaning(
                    "that cannot start any token",
                    false,
                    "A text cannot begin with this character unless it is in quotes",
                    "a text in quotes, for example \"@shop.Remote#*\""),
            new Meaning(
                    "while scanning an alias",
                    true,
                    "A text that begins with * stands in quotes",
                    "a text in quotes, for example \"*.example.com\""),
            new Meaning(
                    "while scanning an anchor",
                    true,
                    "A text that begins with & stands in quotes",
                    "a text in quotes, or an anchor of letters and digits"),
            new Meaning(
                    "mapping values are not allowed here",
                    false,
                    "A key and its colon cannot stand here",
                    "one key on each line; a text with ': ' in it stands in quotes"),
            new Meaning(
                    "unknown escape character",
                    false,
                    "There is no such escape",
                    "in double quotes \\\\, \\\", \\n, \\t or \\uXXXX; in single quotes \\ is a character like others"),
            new Meaning(
                    "quoted scalar", true, "The quotes that open here are not well closed", "a closed text in quotes"),
            new Meaning("block scalar", true, "After | or > the text begins on the next line", "|, |-, > or >-"),
            new Meaning("flow sequence", true, "The bracket that opens here is not well closed", "[one, two]"),
            new Meaning("flow mapping", true, "The brace that opens here is not well closed", "{key: value}"),
            new Meaning("flow node", false, "A value is missing here", "a value on each side of a comma"),
            new Meaning(
                    "expected <block end>",
                    false,
                    "This does not fit the lines above it",
                    "the same indentation for all keys of one mapping, and for all '-' of one list"),
            new Meaning("could not find expected ':'", true, "The colon after this key is missing", "key: value"),
            new Meaning("Expected mapping node", false, "'<<' takes a mapping", "<<: *anchor"));

    private Syntax() {}

    /** Does the reading; what the parser throws becomes a problem, and null. */
    @SuppressWarnings("PatternMatchingInstanceof") // three unrelated types, one of them by its superclass
    static <T> @Nullable T guarded(String text, Problems problems, Supplier<? extends @Nullable T> reading) {
        try {
            return reading.get();
        } catch (MarkedYamlEngineException unreadable) {
            problems.add(problemOf(unreadable, text));
        } catch (ReaderException unprintable) {
            problems.add(problemOf(unprintable, text));
        } catch (RuntimeException unexpected) {
            // the parser has thrown other exceptions at odd texts before; whatever it is, the text cannot be read
            problems.add(new Problem(
                    Position.WHOLE, "This is not YAML: " + unexpected.getMessage(), "something else", "YAML", null));
        }
        return null;
    }

    private static Problem problemOf(MarkedYamlEngineException unreadable, String text) {
        String words = unreadable.getContext() + ": " + unreadable.getProblem();
        Meaning meaning = MEANINGS.stream()
                .filter(candidate -> words.contains(candidate.sign))
                .findFirst()
                .orElseGet(() -> new Meaning("", false, "This is not YAML: " + unreadable.getProblem(), "YAML"));
        Mark problem = unreadable.getProblemMark().orElse(null);
        Mark mark = meaning.atContext ? unreadable.getContextMark().orElse(problem) : problem;
        return mark == null
                ? new Problem(Position.WHOLE, meaning.text, "something else", meaning.allowed, null)
                : new Problem(Position.of(mark), meaning.text, foundAt(mark, text), meaning.allowed, null);
    }

    private static String foundAt(Mark mark, String text) {
        int codePoints = text.codePointCount(0, text.length());
        if (mark.getIndex() >= codePoints) {
            return "the end of the text";
        }
        return Part.quoted(Character.toString(text.codePointAt(text.offsetByCodePoints(0, mark.getIndex()))));
    }

    private static Problem problemOf(ReaderException unprintable, String text) {
        int at = Math.max(text.indexOf(unprintable.getCodePoint()), 0);
        return new Problem(
                Excerpts.positionOf(text, at),
                "A character here is not allowed in YAML",
                String.format("U+%04X", unprintable.getCodePoint()),
                "printable characters; in double quotes, others as \\uXXXX",
                null);
    }

    /** What a phrase of the parser means; the place is where the construct began, or where the parser stopped. */
    private record Meaning(String sign, boolean atContext, String text, String allowed) {}
}
