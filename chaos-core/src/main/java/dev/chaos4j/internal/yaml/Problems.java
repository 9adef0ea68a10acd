package dev.chaos4j.internal.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one text; the same problem met twice, through an alias, counts once. Not thread-safe. */
final class Problems {

    /** More than anybody reads; keeps a large and utterly wrong text from costing much. */
    private static final int MOST = 1_000;

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Problem> known = new HashSet<>();

    void add(Problem problem) {
        if (problems.size() < MOST && known.add(problem)) {
            problems.add(problem);
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** In the order of the text. */
    List<Problem> inOrder() {
        return problems.stream().sorted(Comparator.comparing(Problem::at)).toList();
    }
}
