package dev.chaos4j.agent.weaving;

import dev.chaos4j.agent.weaving.ClassSummary.MethodSummary;
import dev.chaos4j.target.MethodShape;
import dev.chaos4j.target.TypeShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Decides what is woven into a class. Thread-safe. */
final class Planner {

    private final Hierarchy hierarchy;
    private final SiteTable sites;

    Planner(SiteTable sites, Hierarchy hierarchy) {
        this.sites = sites;
        this.hierarchy = hierarchy;
    }

    /**
     * The plan for one class under these rules.
     *
     * @param loaded the class, if it is loaded already
     */
    Plan plan(ClassSummary summary, @Nullable ClassLoader loader, @Nullable Class<?> loaded, List<Rule> rules) {
        Plan plan = new Plan();
        LazyShape lazy = new LazyShape(summary, loader, loaded, hierarchy);
        TypeShape frozen = null;
        for (MethodSummary method : summary.methods()) {
            if (!isWeavable(method, summary)) {
                continue;
            }
            for (Rule rule : rules) {
                if (selects(rule, lazy, method)) {
                    frozen = frozen == null ? lazy.frozen() : frozen;
                    add(plan, rule, shape(frozen, method), method);
                }
            }
        }
        for (LambdaBody lambda : summary.lambdas()) {
            addLambda(plan, lambda, summary, loader, rules);
        }
        return plan;
    }

    private void addLambda(
            Plan plan, LambdaBody lambda, ClassSummary summary, @Nullable ClassLoader loader, List<Rule> rules) {
        MethodSummary body =
                lambda.isOwnBody() ? summary.method(lambda.bodyId()).orElse(null) : null;
        if (body == null) {
            return;
        }
        for (Rule rule : rules) {
            MethodShape shape = lambdaShape(lambda, summary, loader);
            if (rule.wantsLambdas()
                    && rule.methods().matches(shape)
                    && rule.source().accepts(shape)) {
                add(plan, rule, shape, body);
            }
        }
    }

    /** Whether the rule selects methods of this loaded class at all. */
    boolean selectsType(Rule rule, ClassSummary summary, Class<?> type) {
        return rule.methods().matchesType(new LazyShape(summary, type.getClassLoader(), type, hierarchy));
    }

    /** The method of the functional interface, as the lambda implements it. */
    MethodShape lambdaShape(LambdaBody lambda, ClassSummary host, @Nullable ClassLoader loader) {
        return shape(LambdaShape.of(lambda, host.name(), loader, hierarchy), lambda.method());
    }

    /**
     * A lambda as a type of its own.
     *
     * @param name as stable as the compiler's numbering of lambdas
     */
    private record LambdaShape(String name, Set<String> supertypes, Set<String> annotations) implements TypeShape {

        static LambdaShape of(LambdaBody lambda, String host, @Nullable ClassLoader loader, Hierarchy hierarchy) {
            Set<String> supertypes = new LinkedHashSet<>();
            supertypes.add(lambda.interfaceName());
            hierarchy
                    .find(lambda.interfaceName(), loader)
                    .ifPresent(found -> supertypes.addAll(hierarchy.supertypes(found, loader)));
            return new LambdaShape(host + "$" + lambda.bodyName(), Set.copyOf(supertypes), Set.of());
        }
    }

    private static boolean isWeavable(MethodSummary method, ClassSummary type) {
        return method.hasCode()
                && !method.isInitializer()
                && !(method.is(Opcodes.ACC_BRIDGE) && hasBridged(method, type));
    }

    /** Whether a bridge method leads to another method of the class, which is the one to weave. */
    private static boolean hasBridged(MethodSummary bridge, ClassSummary type) {
        int parameters = bridge.parameterTypes().size();
        return type.methods().stream()
                .anyMatch(other -> !other.is(Opcodes.ACC_BRIDGE)
                        && other.name().equals(bridge.name())
                        && other.parameterTypes().size() == parameters);
    }

    private static boolean selects(Rule rule, TypeShape type, MethodSummary method) {
        if (method.is(Opcodes.ACC_SYNTHETIC) && !method.is(Opcodes.ACC_BRIDGE) && !rule.namesSynthetic()) {
            return false;
        }
        MethodShape shape = shape(type, method);
        return rule.methods().matchesName(shape)
                && rule.methods().matches(shape)
                && rule.source().accepts(shape);
    }

    static MethodShape shape(TypeShape type, MethodSummary method) {
        return new MethodShape(type, method.name(), method.parameterTypes(), method.annotations());
    }

    private void add(Plan plan, Rule rule, MethodShape shape, MethodSummary method) {
        SiteSource source = rule.source();
        AdviceKind kind = source.advice(shape);
        Object key = List.of(kind, source.key(shape));
        String returnType = TypeNames.ofReturn(method.descriptor());
        source.selected(shape);
        int site = sites.number(key, () -> source.create(shape, returnType));
        plan.add(rule, kind, method.id(), key, site, shape.signature());
    }
}
