package dev.chaos4j.internal.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One part of a document: a scalar, a list or a mapping, with its place and what it is called in messages. */
public final class Part {

    private static final int LONGEST_QUOTE = 60;
    private static final int HALF_MESSAGE = 250;

    private final Document document;
    private final Node node;
    private final Supplier<String> label;

    private Part(Document document, Node node, Supplier<String> label) {
        this.document = document;
        this.node = node;
        this.label = label;
    }

    static Part root(Document document, Node node) {
        return new Part(document, node, () -> "The document");
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether this is a scalar with a value; a missing value and null are none. */
    boolean isScalar() {
        return node instanceof ScalarNode && !isNull();
    }

    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isBoolean() {
        return node.getTag().equals(Tag.BOOL);
    }

    boolean isWhole() {
        return node.getTag().equals(Tag.INT);
    }

    boolean isNumber() {
        return isWhole() || node.getTag().equals(Tag.FLOAT);
    }

    /** A scalar as it is written, without its quotes; empty for lists and mappings. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    List<Part> items() {
        List<Part> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                int number = items.size() + 1;
                items.add(new Part(document, item, () -> "Item " + number + " of " + label()));
            }
        }
        return items;
    }

    List<Entry> entries() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(tuple -> entry(tuple.getKeyNode(), tuple.getValueNode()))
                    .toList();
        }
        return List.of();
    }

    private Entry entry(Node key, Node value) {
        Part keyPart = new Part(document, key, () -> "A key");
        return new Entry(keyPart, new Part(document, value, () -> quoted(keyPart.text())));
    }

    Document document() {
        return document;
    }

    Position position() {
        return node.getStartMark().map(Position::of).orElse(Position.WHOLE);
    }

    /** What this part is called in messages: its key in quotes, for example. */
    String label() {
        return label.get();
    }

    /** What stands here, for messages. */
    String found() {
        if (isList()) {
            return "a list of " + items().size();
        }
        if (isMapping()) {
            return "a mapping" + (entries().isEmpty() ? " with nothing in it" : " with " + shortened(keys()));
        }
        if (isNull()) {
            return "nothing";
        }
        return isNumber() || isBoolean() ? shortened(text()) : quoted(text());
    }

    /** Makes a value from what stands here; what its class has against it becomes a problem here, and null. */
    <T> @Nullable T make(Supplier<? extends @Nullable T> maker, Supplier<String> expected) {
        try {
            return maker.get();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            fail(abridged(String.valueOf(refused.getMessage())), found(), expected.get(), null);
            return null;
        }
    }

    /** A message of a value class quotes what it refuses, which can be long; its beginning and its end say enough. */
    private static String abridged(String message) {
        return message.length() <= 2 * HALF_MESSAGE
                ? message
                : message.substring(0, HALF_MESSAGE) + " ... " + message.substring(message.length() - HALF_MESSAGE);
    }

    /** Reports that something else is expected here. */
    void mistyped(String expected, @Nullable String nearest) {
        String problem = isNull() ? label() + " has no value" : label() + " cannot be " + found();
        fail(problem, found(), expected, nearest);
    }

    /** Reports what is wrong here. */
    void fail(String problem, String found, String allowed, @Nullable String nearest) {
        document.report(new Problem(position(), problem, found, allowed, nearest));
    }

    private String keys() {
        return entries().stream().map(entry -> entry.key().text()).collect(Collectors.joining(", "));
    }

    /** A text in quotes, on one line and not too long, for messages. */
    static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    private static String shortened(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST_QUOTE).forEach(c -> printable.append(printable(c)));
        return printable + (text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "..." : "");
    }

    private static String printable(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            default -> isVisible(codePoint) ? Character.toString(codePoint) : String.format("\\u%04X", codePoint);
        };
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A key and its value. */
    record Entry(Part key, Part value) {}
}
