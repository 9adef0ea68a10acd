package dev.chaos4j.agent.weaving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be woven into one class: layers of advice, each with at most one site per method. Confined to one thread.
 */
final class Plan {

    private final List<Layer> layers = new ArrayList<>();
    private final Set<Object> keys = new LinkedHashSet<>();
    private final Map<Rule, Set<String>> signatures = new LinkedHashMap<>();
    private final Map<String, Set<String>> signaturesOfMethods = new LinkedHashMap<>();

    /**
     * Adds a site to a method.
     *
     * @param key what is woven there; the second time the same is left out
     * @param signature for reports
     */
    void add(Rule rule, AdviceKind kind, String methodId, Object key, int site, String signature) {
        signatures.computeIfAbsent(rule, any -> new LinkedHashSet<>()).add(signature);
        signaturesOfMethods
                .computeIfAbsent(methodId, any -> new LinkedHashSet<>())
                .add(signature);
        if (!keys.add(new Woven(methodId, key))) {
            return;
        }
        for (Layer layer : layers) {
            if (layer.kind == kind && layer.sites.putIfAbsent(methodId, site) == null) {
                return;
            }
        }
        Layer more = new Layer(kind, new LinkedHashMap<>());
        more.sites.put(methodId, site);
        layers.add(more);
    }

    /** Leaves a method alone after all. */
    void drop(String methodId) {
        Set<String> dropped = signaturesOfMethods.getOrDefault(methodId, Set.of());
        layers.forEach(layer -> layer.sites.remove(methodId));
        layers.removeIf(layer -> layer.sites.isEmpty());
        keys.removeIf(key -> key instanceof Woven woven && woven.methodId.equals(methodId));
        signatures.values().forEach(ofRule -> ofRule.removeAll(dropped));
        signatures.values().removeIf(Set::isEmpty);
        signaturesOfMethods.remove(methodId);
    }

    /** How the method is called in reports; empty if it is not part of the plan. */
    Set<String> signaturesOf(String methodId) {
        return signaturesOfMethods.getOrDefault(methodId, Set.of());
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    List<Layer> layers() {
        return layers;
    }

    /** What identifies the content: equal sets mean the same code. */
    Set<Object> keys() {
        return keys;
    }

    /** The methods that each rule selected. */
    Map<Rule, Set<String>> signatures() {
        return signatures;
    }

    /** What is woven into one method. */
    private record Woven(String methodId, Object key) {}

    /** One piece of advice and, by method, the number of its site. */
    record Layer(AdviceKind kind, Map<String, Integer> sites) {}
}
