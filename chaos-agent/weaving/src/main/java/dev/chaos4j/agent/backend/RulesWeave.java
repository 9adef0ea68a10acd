package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.client.OtherRoad;
import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.agent.weaving.Weaver;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.spi.NearMiss.Reason;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.spi.WeaveReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** What was woven for one target. */
final class RulesWeave implements Weave {

    private final List<Rule> rules;
    private final List<OtherRoad> roads;
    private final Weaver weaver;
    private final boolean keepWoven;
    private final AtomicBoolean closed = new AtomicBoolean();

    RulesWeave(List<Rule> rules, List<OtherRoad> roads, Weaver weaver, boolean keepWoven) {
        this.rules = rules;
        this.roads = roads;
        this.weaver = weaver;
        this.keepWoven = keepWoven;
    }

    @Override
    public WeaveReport report() {
        return report(rules, roads, weaver, closed.get() && weaver.isRestored(rules));
    }

    static WeaveReport report(List<Rule> rules, List<OtherRoad> roads, Weaver weaver, boolean restored) {
        Set<String> types = new LinkedHashSet<>();
        Set<String> methods = new LinkedHashSet<>();
        for (Rule rule : rules) {
            types.addAll(rule.types());
            methods.addAll(rule.signatures());
        }
        List<NearMiss> misses = new ArrayList<>(weaver.nearMisses(rules));
        Set<String> loaded = roads.isEmpty() ? Set.of() : weaver.loadedNames();
        roads.stream()
                .filter(road -> loaded.contains(road.className()))
                .forEach(road -> misses.add(new NearMiss(road.className(), Reason.OTHER_ROAD, road.text())));
        return new WeaveReport(List.copyOf(types), List.copyOf(methods), misses, restored);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            weaver.unweave(rules, keepWoven);
        }
    }
}
