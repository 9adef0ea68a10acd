package dev.chaos4j.agent.weaving;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules in force. Immutable.
 *
 * @param active for classes that are loaded and for those that will be
 * @param retained ended, but their code stays in the classes that have it
 */
record Rules(List<Rule> active, List<Rule> retained) {

    static final Rules NONE = new Rules(List.of(), List.of());

    boolean isEmpty() {
        return active.isEmpty() && retained.isEmpty();
    }

    Rules with(List<Rule> more) {
        List<Rule> all = new ArrayList<>(active);
        all.addAll(more);
        return new Rules(List.copyOf(all), retained);
    }

    Rules without(List<Rule> ended, boolean retain) {
        List<Rule> left = new ArrayList<>(active);
        left.removeAll(ended);
        List<Rule> kept = new ArrayList<>(retained);
        if (retain) {
            ended.stream()
                    .filter(rule -> kept.stream().noneMatch(known -> known.isLike(rule)))
                    .forEach(kept::add);
        }
        return new Rules(List.copyOf(left), List.copyOf(kept));
    }

    /** Those that could select a class of this name. */
    List<Rule> candidates(String typeName, boolean alreadyLoaded) {
        List<Rule> found = null;
        for (Rule rule : active) {
            if (rule.methods().couldMatchTypeNamed(typeName)) {
                found = add(found, rule);
            }
        }
        for (Rule rule : alreadyLoaded ? retained : List.<Rule>of()) {
            if (rule.methods().couldMatchTypeNamed(typeName)) {
                found = add(found, rule);
            }
        }
        return found == null ? List.of() : found;
    }

    private static List<Rule> add(@org.jspecify.annotations.Nullable List<Rule> found, Rule rule) {
        List<Rule> list = found == null ? new ArrayList<>(2) : found;
        list.add(rule);
        return list;
    }
}
