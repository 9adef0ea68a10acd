package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.weaving.WovenIndex.State;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.spi.NearMiss.Reason;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Weaves rules into the classes of this JVM and takes them out again. One retransformation for all classes of one
 * request; when the JVM refuses it, class by class, so that the others are woven and the reason is known. Thread-safe.
 */
public final class Weaver implements AutoCloseable {

    /** Classes can appear while others are woven; each round takes those that appeared in the one before. */
    private static final int ROUNDS = 3;

    private final Instrumentation instrumentation;
    private final Exempt exempt;
    private final SiteTable sites;
    private final Hierarchy hierarchy = new Hierarchy();
    private final LambdaHosts lambdaHosts = new LambdaHosts(hierarchy);
    private final Planner planner;
    private final WovenIndex index = new WovenIndex();
    private final AnnotationNames annotations = new AnnotationNames();
    private final Transformer transformer;
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final AtomicLong retransformations = new AtomicLong();
    private boolean installed;
    private boolean closed;

    /**
     * A weaver of nothing yet. The bridge must be installed.
     *
     * @param exempt what is never woven
     */
    public Weaver(Instrumentation instrumentation, Exempt exempt, OurErrors errors) {
        this.instrumentation = instrumentation;
        this.exempt = exempt;
        this.sites = new SiteTable(errors);
        this.planner = new Planner(sites, hierarchy);
        this.transformer = new Transformer(exempt, planner, index, errors, sites.handler());
    }

    /**
     * Weaves these rules, now and into classes loaded later.
     *
     * @throws IllegalStateException if this weaver is closed
     */
    public synchronized void weave(List<Rule> rules) {
        if (closed) {
            throw new IllegalStateException("This agent was detached; attach it again to weave");
        }
        rules.forEach(this::touch);
        if (!installed) {
            readOneClassFile();
            instrumentation.addTransformer(transformer, true);
            installed = true;
        }
        transformer.rules(transformer.rules().with(rules));
        try {
            bringAllUpToDate(rules);
        } catch (RuntimeException | Error ofOurs) {
            takeBack(rules, ofOurs);
            throw ofOurs;
        }
    }

    /** All or nothing: the caller has no handle with which to end rules that were woven in part. */
    private void takeBack(List<Rule> rules, Throwable because) {
        try {
            unweave(rules, false);
        } catch (RuntimeException | Error again) {
            because.addSuppressed(again);
        }
    }

    private void bringAllUpToDate(List<Rule> rules) {
        Map<Class<?>, Optional<ClassSummary>> summaries = new HashMap<>();
        for (int round = 0; round < ROUNDS && bringUpToDate(rules, loadedTypes(summaries)); round++) {
            // another round, for classes loaded meanwhile
        }
    }

    /**
     * Makes the JVM load what it reads class files of the JDK with: loaded in the midst of our first weaving, these
     * classes would be asked for while they are being loaded.
     */
    private static void readOneClassFile() {
        Hierarchy.classFile(Object.class.getName(), null);
    }

    /** Loads a JDK class that a rule names: loaded while we weave, it would escape. */
    private void touch(Rule rule) {
        rule.methods()
                .exactType()
                .filter(name -> rule.reachesJdk() || (rule.isNamed() && name.startsWith("java.")))
                .ifPresent(name -> {
                    try {
                        Class.forName(name, false, ClassLoader.getPlatformClassLoader());
                    } catch (ClassNotFoundException | LinkageError notInThisJdk) {
                        // said as a near miss
                    }
                });
    }

    /**
     * Ends these rules.
     *
     * @param retain whether their code stays, inert, in the classes that have it now
     */
    public synchronized void unweave(List<Rule> rules, boolean retain) {
        transformer.rules(transformer.rules().without(rules, retain));
        if (!retain && !closed) {
            bringAllUpToDate(rules);
        }
    }

    /** Brings the loaded classes that these rules select to what all rules say; whether any had to be changed. */
    private boolean bringUpToDate(List<Rule> changed, LoadedTypes loaded) {
        List<Class<?>> behind = new ArrayList<>();
        for (Rule rule : changed) {
            for (Class<?> type : loaded.candidates(rule)) {
                if (!behind.contains(type) && isBehind(type, loaded)) {
                    behind.add(type);
                }
            }
        }
        if (!behind.isEmpty()) {
            retransform(behind);
        }
        return !behind.isEmpty();
    }

    private boolean isBehind(Class<?> type, LoadedTypes loaded) {
        if (refused.containsKey(type.getName()) || !instrumentation.isModifiableClass(type)) {
            return false;
        }
        State state = index.get(type);
        Set<Object> now = state == null ? Set.of() : state.keys();
        if (state != null && state.problem() != null) {
            return false;
        }
        List<Rule> rules = rulesFor(type);
        if (rules.isEmpty()) {
            return !now.isEmpty();
        }
        return loaded.summary(type)
                .map(summary -> planner.plan(summary, type.getClassLoader(), type, rules))
                .map(plan -> {
                    if (state != null) {
                        state.tooLong().forEach(plan::drop);
                    }
                    plan.signatures().forEach((rule, signatures) -> noteIfWoven(rule, type, now, plan, signatures));
                    return !plan.keys().equals(now);
                })
                .orElse(true);
    }

    private static void noteIfWoven(Rule rule, Class<?> type, Set<Object> now, Plan plan, Set<String> signatures) {
        if (now.containsAll(plan.keys())) {
            rule.wove(type.getName(), signatures);
        }
    }

    private LoadedTypes loadedTypes() {
        return loadedTypes(new HashMap<>());
    }

    private LoadedTypes loadedTypes(Map<Class<?>, Optional<ClassSummary>> summaries) {
        return new LoadedTypes(instrumentation, exempt, annotations, lambdaHosts, summaries);
    }

    private List<Rule> rulesFor(Class<?> type) {
        return transformer.rules().candidates(type.getName(), true).stream()
                .filter(rule -> exempt.allows(rule, type.getName(), type.getClassLoader()))
                .toList();
    }

    private void retransform(List<Class<?>> types) {
        if (tryRetransform(types) == null) {
            return;
        }
        for (Class<?> type : types) {
            Throwable refusal = tryRetransform(List.of(type));
            if (refusal != null) {
                refused.put(type.getName(), String.valueOf(refusal));
                index.remove(type.getClassLoader(), type.getName());
            }
        }
    }

    private @Nullable Throwable tryRetransform(List<Class<?>> types) {
        retransformations.incrementAndGet();
        try {
            instrumentation.retransformClasses(types.toArray(Class[]::new));
            return null;
        } catch (Exception | LinkageError | InternalError refusal) {
            return refusal;
        }
    }

    /** Notes in these rules what they would weave now; changes no class. */
    public void preview(List<Rule> rules) {
        LoadedTypes loaded = loadedTypes();
        for (Rule rule : rules) {
            for (Class<?> type : loaded.candidates(rule)) {
                if (instrumentation.isModifiableClass(type)
                        && exempt.allows(rule, type.getName(), type.getClassLoader())) {
                    loaded.summary(type)
                            .map(summary -> planner.plan(summary, type.getClassLoader(), type, List.of(rule)))
                            .filter(plan -> !plan.isEmpty())
                            .ifPresent(plan -> plan.signatures()
                                    .forEach((any, signatures) -> rule.wove(type.getName(), signatures)));
                }
            }
        }
    }

    /** What nearly matched these rules, and why it did not; one line for each library that is not there yet. */
    public List<NearMiss> nearMisses(List<Rule> rules) {
        NearMisses misses = new NearMisses(instrumentation, exempt, index, refused, loadedTypes(), planner);
        List<NearMiss> all = new ArrayList<>();
        Map<String, Boolean> libraries = new LinkedHashMap<>();
        for (Rule rule : rules) {
            List<NearMiss> ofRule = misses.of(rule);
            rule.library()
                    .ifPresentOrElse(
                            library -> {
                                libraries.merge(library, !rule.types().isEmpty(), Boolean::logicalOr);
                                ofRule.stream()
                                        .filter(miss -> miss.reason() == Reason.REFUSED)
                                        .forEach(all::add);
                            },
                            () -> all.addAll(ofRule));
        }
        libraries.forEach((library, reached) -> {
            if (!reached) {
                all.add(new NearMiss(
                        library, Reason.NOT_LOADED, "none of its classes is loaded yet; they are woven when they are"));
            }
        });
        return all;
    }

    /** The names of all classes that are loaded now. */
    public Set<String> loadedNames() {
        Set<String> names = new HashSet<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            names.add(type.getName());
        }
        return names;
    }

    /** How often the JVM was asked to retransform classes; each costs it a safepoint. */
    public long retransformations() {
        return retransformations.get();
    }

    /** Whether every class that these rules selected has its original code again. */
    public synchronized boolean isRestored(List<Rule> rules) {
        LoadedTypes loaded = loadedTypes();
        return rules.stream()
                .flatMap(rule -> loaded.candidates(rule).stream())
                .map(index::get)
                .noneMatch(state -> state != null && !state.keys().isEmpty());
    }

    /** Restores every class, switches every site off and leaves the JVM; closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sites.close();
        Rules last = transformer.rules();
        transformer.rules(Rules.NONE);
        List<Rule> all = new ArrayList<>(last.active());
        all.addAll(last.retained());
        bringAllUpToDate(all);
        instrumentation.removeTransformer(transformer);
        hierarchy.forget();
    }
}
