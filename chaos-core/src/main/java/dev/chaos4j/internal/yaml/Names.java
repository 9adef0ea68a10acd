package dev.chaos4j.internal.yaml;

import dev.chaos4j.target.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a document defines, and those that it refers to. Not thread-safe. */
final class Names {

    private static final int MOST_SHOWN = 30;
    private static final int MOST_COMPARED = 300;

    private final Map<NameKind, Map<String, Part>> defined = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** Makes a name known; false if it is taken, which has been reported then. */
    boolean define(NameKind kind, String name, Part at) {
        Part earlier =
                defined.computeIfAbsent(kind, any -> new LinkedHashMap<>()).putIfAbsent(name, at);
        boolean taken = earlier != null && kind.unique();
        if (taken) {
            at.fail(
                    "The name " + Part.quoted(name) + " is already taken by the " + kind.word() + " on line "
                            + earlier.position().line(),
                    Part.quoted(name),
                    "a name of its own for each",
                    null);
        }
        return !taken;
    }

    /** Remembers a reference; whether it leads to something is known at the end. */
    boolean refer(NameKind kind, String name, Part at) {
        return references.add(new Reference(kind, name, at));
    }

    /** Reports references to nothing, and definitions that must be used but are not. */
    void check(Problems problems) {
        Map<NameKind, Set<String>> referred = new HashMap<>();
        Map<NameKind, List<String>> valid = new HashMap<>();
        for (Reference reference : references) {
            NameKind kind = reference.kind;
            referred.computeIfAbsent(kind, any -> new HashSet<>()).add(reference.name);
            if (!definitions(kind).containsKey(reference.name)) {
                List<String> names = valid.computeIfAbsent(
                        kind, any -> definitions(any).keySet().stream().sorted().toList());
                problems.add(unknown(reference, names));
            }
        }
        defined.keySet().stream()
                .filter(NameKind::mustBeUsed)
                .forEach(kind -> checkUse(kind, referred.getOrDefault(kind, Set.of()), problems));
    }

    private Map<String, Part> definitions(NameKind kind) {
        return defined.getOrDefault(kind, Map.of());
    }

    private static Problem unknown(Reference reference, List<String> valid) {
        List<String> shown = valid.subList(0, Math.min(valid.size(), MOST_SHOWN));
        String allowed = valid.isEmpty()
                ? "nothing yet, because no " + reference.kind.word() + " is defined"
                : String.join(", ", shown) + (shown.size() < valid.size() ? ", ..." : "");
        String nearest = valid.size() > MOST_COMPARED
                ? null
                : Words.nearest(reference.name, valid).orElse(null);
        String name = Part.quoted(reference.name);
        return new Problem(
                reference.at.position(),
                "There is no " + reference.kind.word() + " named " + name,
                name,
                allowed,
                nearest);
    }

    private void checkUse(NameKind kind, Set<String> referred, Problems problems) {
        definitions(kind).forEach((name, at) -> {
            if (!referred.contains(name)) {
                problems.add(new Problem(
                        at.position(),
                        "The " + kind.word() + " " + Part.quoted(name) + " is defined but never used",
                        Part.quoted(name),
                        "definitions that are used; name it where it belongs, or remove it",
                        null));
            }
        });
    }

    private record Reference(NameKind kind, String name, Part at) {}
}
