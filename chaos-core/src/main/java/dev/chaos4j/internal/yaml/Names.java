package dev.chaos4j.internal.yaml;

import dev.chaos4j.target.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that a document defines, and those that it refers to. Not thread-safe. */
final class Names {

    private final Map<NameKind, Map<String, Part>> defined = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    void define(NameKind kind, String name, Part at) {
        Part earlier =
                defined.computeIfAbsent(kind, any -> new LinkedHashMap<>()).putIfAbsent(name, at);
        if (earlier != null && kind.unique()) {
            at.fail(
                    "The name " + Part.quoted(name) + " is already taken by the " + kind.word() + " on line "
                            + earlier.position().line(),
                    Part.quoted(name),
                    "a name of its own for each",
                    null);
        }
    }

    void refer(NameKind kind, String name, Part at) {
        references.add(new Reference(kind, name, at));
    }

    /** Reports references to nothing, and definitions that must be used but are not. */
    void check(Problems problems) {
        for (Reference reference : references) {
            Set<String> valid =
                    new TreeSet<>(defined.getOrDefault(reference.kind, Map.of()).keySet());
            if (!valid.contains(reference.name)) {
                problems.add(new Problem(
                        reference.at.position(),
                        "There is no " + reference.kind.word() + " named " + Part.quoted(reference.name),
                        Part.quoted(reference.name),
                        valid.isEmpty()
                                ? "nothing yet, because no " + reference.kind.word() + " is defined"
                                : String.join(", ", valid),
                        Words.nearest(reference.name, valid).orElse(null)));
            }
        }
        defined.forEach((kind, names) -> names.forEach((name, at) -> checkUse(kind, name, at, problems)));
    }

    private void checkUse(NameKind kind, String name, Part at, Problems problems) {
        boolean used =
                references.stream().anyMatch(reference -> reference.kind.equals(kind) && reference.name.equals(name));
        if (kind.mustBeUsed() && !used) {
            problems.add(new Problem(
                    at.position(),
                    "The " + kind.word() + " " + Part.quoted(name) + " is defined but never used",
                    Part.quoted(name),
                    "definitions that something refers to",
                    null));
        }
    }

    private record Reference(NameKind kind, String name, Part at) {}
}
