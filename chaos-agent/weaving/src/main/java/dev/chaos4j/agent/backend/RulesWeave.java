package dev.chaos4j.agent.backend;

import dev.chaos4j.agent.weaving.Rule;
import dev.chaos4j.agent.weaving.Weaver;
import dev.chaos4j.spi.NearMiss;
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
    private final Weaver weaver;
    private final boolean keepWoven;
    private final AtomicBoolean closed = new AtomicBoolean();

    RulesWeave(List<Rule> rules, Weaver weaver, boolean keepWoven) {
        this.rules = rules;
        this.weaver = weaver;
        this.keepWoven = keepWoven;
    }

    @Override
    public WeaveReport report() {
        return report(rules, weaver, closed.get() && weaver.isRestored(rules));
    }

    static WeaveReport report(List<Rule> rules, Weaver weaver, boolean restored) {
        Set<String> types = new LinkedHashSet<>();
        Set<String> methods = new LinkedHashSet<>();
        for (Rule rule : rules) {
            types.addAll(rule.types());
            methods.addAll(rule.signatures());
        }
        List<NearMiss> misses = new ArrayList<>(weaver.nearMisses(rules));
        return new WeaveReport(List.copyOf(types), List.copyOf(methods), misses, restored);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            weaver.unweave(rules, keepWoven);
        }
    }
}
