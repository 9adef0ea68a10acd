package dev.chaos4j.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The patterns over the attributes of one kind of operation; all must match. */
record AttributePatterns(OperationKind kind, List<Entry> entries) {

    static AttributePatterns none(OperationKind kind) {
        return new AttributePatterns(kind, List.of());
    }

    /** These patterns and one more. */
    AttributePatterns with(String attribute, Glob glob) {
        for (Entry entry : entries) {
            if (entry.attribute.equals(attribute)) {
                throw new IllegalArgumentException("A target cannot ask for two values of '" + attribute + "': '"
                        + entry.glob + "' and '" + glob + "'; use one pattern with wildcards");
            }
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(attribute, glob));
        more.sort(Comparator.comparingInt(this::rank).thenComparing(Entry::attribute));
        return new AttributePatterns(kind, List.copyOf(more));
    }

    /** Orders by kind, so that the same target has the same description, however it was put together. */
    private int rank(Entry entry) {
        return kind.attributes().indexOf(entry.attribute.startsWith("header.") ? "header" : entry.attribute);
    }

    boolean matches(Operation operation) {
        if (operation.kind() != kind) {
            return false;
        }
        for (Entry entry : entries) {
            if (!entry.matches(operation)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    Glob pattern(String attribute) {
        for (Entry entry : entries) {
            if (entry.attribute.equals(attribute)) {
                return entry.glob;
            }
        }
        return null;
    }

    String describe() {
        return entries.isEmpty()
                ? kind.word()
                : kind.word() + " "
                        + entries.stream()
                                .map(entry -> entry.attribute + "=" + entry.glob)
                                .collect(Collectors.joining(" "));
    }

    /** One attribute and its pattern. */
    record Entry(String attribute, Glob glob) {

        boolean matches(Operation operation) {
            String value = operation.attribute(attribute);
            return value != null && glob.matches(value);
        }
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
