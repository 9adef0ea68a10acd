package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.weaving.WovenIndex.State;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that is loaded or retransformed. The name decides first; only what could be selected is parsed. It
 * takes no lock of ours and never calls the gate, because it runs under the locks of class loaders. Thread-safe.
 */
final class Transformer implements ClassFileTransformer {

    private final Exempt exempt;
    private final Planner planner;
    private final WovenIndex index;
    private final OurErrors errors;
    private final BridgeSight sight = new BridgeSight();
    private final Lazy<Loom> loom;
    private volatile Rules rules = Rules.NONE;

    Transformer(Exempt exempt, Planner planner, WovenIndex index, OurErrors errors, int handler) {
        this.exempt = exempt;
        this.planner = planner;
        this.index = index;
        this.errors = errors;
        this.loom = new Lazy<>(() -> new Loom(handler));
    }

    Rules rules() {
        return rules;
    }

    /** Changes the rules; one caller at a time. */
    void rules(Rules now) {
        rules = now;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String internalName,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        Rules now = rules;
        if (internalName == null || (now.isEmpty() && redefined == null)) {
            return null;
        }
        String name = internalName.replace('/', '.');
        try {
            return transform(name, loader, redefined, classFile, now);
        } catch (Throwable ofOurs) {
            index.put(loader, name, new State(Set.of(), String.valueOf(ofOurs), Set.of()));
            errors.report("weaving " + name, ofOurs);
            return null;
        }
    }

    private byte @Nullable [] transform(
            String name, @Nullable ClassLoader loader, @Nullable Class<?> redefined, byte[] classFile, Rules now) {
        List<Rule> candidates = now.candidates(name, redefined != null).stream()
                .filter(rule -> exempt.allows(rule, name, loader))
                .toList();
        if (candidates.isEmpty()) {
            return leave(name, loader, redefined);
        }
        ClassSummary summary = candidates.stream().anyMatch(Rule::wantsLambdas)
                ? ClassSummary.withLambdas(classFile)
                : ClassSummary.of(classFile);
        Plan plan = planner.plan(summary, loader, redefined, candidates);
        if (plan.isEmpty()) {
            return leave(name, loader, redefined);
        }
        String blind = sight.problem(loader);
        if (blind != null) {
            index.put(loader, name, new State(Set.of(), blind, Set.of()));
            return null;
        }
        Loom.Cloth woven = loom.get().weave(summary, classFile, loader, plan);
        index.put(loader, name, new State(Set.copyOf(plan.keys()), null, woven.tooLong()));
        plan.signatures().forEach((rule, signatures) -> rule.wove(name, signatures));
        return woven.classFile();
    }

    private byte @Nullable [] leave(String name, @Nullable ClassLoader loader, @Nullable Class<?> redefined) {
        if (redefined != null) {
            index.remove(loader, name);
        }
        return null;
    }
}
