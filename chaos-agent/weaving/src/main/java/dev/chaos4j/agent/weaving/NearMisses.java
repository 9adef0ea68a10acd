package dev.chaos4j.agent.weaving;

import static java.util.stream.Collectors.joining;

import dev.chaos4j.agent.weaving.ClassSummary.MethodSummary;
import dev.chaos4j.agent.weaving.WovenIndex.State;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.spi.NearMiss.Reason;
import dev.chaos4j.target.MethodShape;
import dev.chaos4j.target.MethodTarget.Selection;
import dev.chaos4j.target.TypeShape;
import dev.chaos4j.target.Words;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Says what nearly matched a rule and why it did not. Confined to one thread. */
final class NearMisses {

    /** Nobody reads more of them. */
    private static final int MOST = 50;

    private final Instrumentation instrumentation;
    private final Exempt exempt;
    private final WovenIndex index;
    private final Map<String, String> refused;
    private final LoadedTypes loaded;
    private final Planner planner;
    private List<NearMiss> found = new ArrayList<>();

    NearMisses(
            Instrumentation instrumentation,
            Exempt exempt,
            WovenIndex index,
            Map<String, String> refused,
            LoadedTypes loaded,
            Planner planner) {
        this.instrumentation = instrumentation;
        this.exempt = exempt;
        this.index = index;
        this.refused = refused;
        this.loaded = loaded;
        this.planner = planner;
    }

    List<NearMiss> of(Rule rule) {
        found = new ArrayList<>();
        Optional<String> exact = rule.methods().exactType();
        List<Class<?>> candidates = loaded.candidates(rule);
        if (candidates.isEmpty()) {
            found.add(notLoaded(rule, exact.orElse(null)));
        }
        boolean one = rule.isNamed() && exact.isPresent();
        for (Class<?> type : candidates) {
            ofType(rule, type, one);
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    private NearMiss notLoaded(Rule rule, @Nullable String exact) {
        if (exact == null) {
            return new NearMiss(
                    rule.toString(),
                    Reason.NOT_LOADED,
                    "no class that is loaded now matches; classes are woven when they are loaded");
        }
        String onlyLater = "it is not loaded yet; it is woven when it is";
        if (rule.methods().selection() != Selection.NAMED) {
            return new NearMiss(exact, Reason.NOT_LOADED, onlyLater + ", and so are the classes that have it");
        }
        if (isAround(exact)) {
            return new NearMiss(exact, Reason.NOT_LOADED, onlyLater);
        }
        return nearest(exact)
                .map(near -> new NearMiss(
                        exact, Reason.NO_SUCH_NAME, "there is no such class; did you mean '" + near + "'?"))
                .orElseGet(() -> new NearMiss(
                        exact,
                        Reason.NOT_LOADED,
                        "it is neither loaded nor on the class path; it is woven if some loader defines it later"));
    }

    private static boolean isAround(String name) {
        return Hierarchy.read(name, ClassLoader.getSystemClassLoader()).isPresent();
    }

    /** The loaded class with the nearest name; those with the same simple name or the same package come first. */
    private Optional<String> nearest(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String inPackage = name.substring(0, name.length() - simple.length());
        List<String> near = new ArrayList<>();
        for (Class<?> type : loaded.all()) {
            String other = type.getName();
            if (other.endsWith("." + simple)) {
                return Optional.of(other);
            }
            if (!inPackage.isEmpty() && other.startsWith(inPackage)) {
                near.add(other);
            }
        }
        return Words.nearest(name, near);
    }

    private void ofType(Rule rule, Class<?> type, boolean theOnlyOne) {
        String name = type.getName();
        String never =
                exempt.allows(rule, name, type.getClassLoader()) ? null : exempt.reason(name, type.getClassLoader());
        if (type.isHidden()) {
            ofHidden(rule, type);
        } else if (never != null) {
            if (theOnlyOne) {
                found.add(new NearMiss(name, Reason.IGNORED, "it " + never));
            }
        } else if (problem(type) != null) {
            found.add(new NearMiss(name, Reason.REFUSED, "it was not woven: " + problem(type)));
        } else if (hasTooLong(rule, type)) {
            // said
        } else if (theOnlyOne && rule.signatures().isEmpty()) {
            loaded.summary(type).ifPresent(summary -> ofMethods(rule, type, summary));
        } else if (rule.methods().selection() == Selection.SUBTYPES && !type.isInterface()) {
            loaded.summary(type).ifPresent(summary -> {
                if (planner.selectsType(rule, summary, type)) {
                    inherited(rule, type).ifPresent(found::add);
                }
                ofReferences(rule, type, summary);
            });
        }
    }

    /** Says which of the rule's methods were left alone because they would have become too long. */
    private boolean hasTooLong(Rule rule, Class<?> type) {
        State state = index.get(type);
        if (state == null || state.tooLong().isEmpty()) {
            return false;
        }
        int before = found.size();
        loaded.summary(type)
                .map(summary -> planner.plan(summary, type.getClassLoader(), type, List.of(rule)))
                .ifPresent(plan -> state.tooLong().stream()
                        .flatMap(method -> plan.signaturesOf(method).stream())
                        .map(NearMisses::tooLong)
                        .forEach(found::add));
        return found.size() > before;
    }

    private static NearMiss tooLong(String signature) {
        return new NearMiss(
                signature,
                Reason.REFUSED,
                "its code is so long that it would exceed the 64 KB that a method may have; choose the method that"
                        + " calls it");
    }

    private @Nullable String problem(Class<?> type) {
        State state = index.get(type);
        if (state != null && state.problem() != null) {
            return state.problem();
        }
        return instrumentation.isModifiableClass(type) ? refused.get(type.getName()) : "the JVM cannot modify it";
    }

    private void ofHidden(Rule rule, Class<?> type) {
        Optional<Class<?>> host = loaded.hostOf(type);
        if (host.isEmpty()) {
            found.add(new NearMiss(
                    type.getName(),
                    Reason.LAMBDA,
                    "it is a hidden class, which the JVM cannot modify; choose the method that calls it"));
        } else {
            ofLambda(rule, host.get());
        }
    }

    /** A lambda, or what a method reference made, whose body is in a class that we do not weave or cannot read. */
    private void ofLambda(Rule rule, Class<?> host) {
        String name = host.getName();
        if (!exempt.allows(rule, name, host.getClassLoader())) {
            if (rule.signatures().isEmpty()) {
                found.add(new NearMiss(
                        name,
                        Reason.LAMBDA,
                        "it passes a lambda, which the JVM cannot modify, and its body is out of reach, because the"
                                + " class " + exempt.reason(name, host.getClassLoader())
                                + "; choose the method that calls the lambda"));
            }
        } else if (loaded.summary(host)
                .map(ClassSummary::lambdas)
                .orElse(List.of())
                .isEmpty()) {
            found.add(new NearMiss(
                    name,
                    Reason.LAMBDA,
                    "it passes a lambda, which the JVM cannot modify, and its loader does not give its class file, so"
                            + " that the method with the body is not known; name it, as '" + name + "#lambda$*'"));
        }
    }

    /** Lambdas are woven through their bodies; the method behind a reference is not, because others call it, too. */
    private void ofReferences(Rule rule, Class<?> type, ClassSummary host) {
        for (LambdaBody lambda : host.lambdas()) {
            if (!lambda.isOwnBody()
                    && rule.methods().matches(planner.lambdaShape(lambda, host, type.getClassLoader()))) {
                String method = lambda.bodyOwner() + "#" + lambda.bodyName();
                found.add(new NearMiss(
                        host.name(),
                        Reason.LAMBDA,
                        "it passes the method reference " + method + " as " + lambda.interfaceName()
                                + ", behind which is a hidden class that the JVM cannot modify; name '" + method
                                + "', which is for all its calls"));
            }
        }
    }

    private void ofMethods(Rule rule, Class<?> loadedType, ClassSummary type) {
        List<MethodSummary> named = new ArrayList<>();
        for (MethodSummary method : type.methods()) {
            MethodShape shape = Planner.shape(new NameOnly(type.name()), method);
            if (!rule.methods().matchesName(shape)) {
                continue;
            }
            if (rule.methods().matches(shape)) {
                found.add(withoutCode(shape, method));
            }
            named.add(method);
        }
        if (named.isEmpty()) {
            found.add(inherited(rule, loadedType).orElseGet(() -> noSuchMethod(rule, type)));
        } else if (found.isEmpty()) {
            found.add(new NearMiss(rule.toString(), Reason.OVERLOAD, "there are only " + overloads(type, named)));
        }
    }

    /** The method may stand in a superclass; weaving it there reaches more than this class, so that is not done unasked. */
    private Optional<NearMiss> inherited(Rule rule, Class<?> type) {
        if (rule.types().contains(type.getName())) {
            return Optional.empty();
        }
        for (Class<?> parent = type.getSuperclass(); parent != null; parent = parent.getSuperclass()) {
            Optional<MethodSummary> method = declared(rule, parent);
            if (method.isPresent()) {
                return rule.types().contains(parent.getName())
                        ? Optional.empty()
                        : Optional.of(inherited(type, parent, method.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<MethodSummary> declared(Rule rule, Class<?> type) {
        return loaded.summary(type).stream()
                .flatMap(summary -> summary.methods().stream())
                .filter(method -> method.hasCode() && !method.isConstructor() && !method.is(Opcodes.ACC_SYNTHETIC))
                .filter(method -> rule.methods().matchesName(Planner.shape(new NameOnly(type.getName()), method)))
                .findFirst();
    }

    private static NearMiss inherited(Class<?> type, Class<?> parent, MethodSummary method) {
        String text = "the class inherits '" + method.name() + "' from " + parent.getName() + "; name '"
                + parent.getName() + "#" + method.name() + "', which is for all its subclasses";
        return new NearMiss(type.getName() + "#" + method.name(), Reason.NO_SUCH_NAME, text);
    }

    private static NearMiss withoutCode(MethodShape shape, MethodSummary method) {
        String text = method.is(Opcodes.ACC_NATIVE)
                ? "it is native: there is no code to weave; choose the method that calls it"
                : method.is(Opcodes.ACC_ABSTRACT)
                        ? "it is abstract: there is no code to weave; choose the classes that implement it with '+"
                                + shape.type().name() + "#" + shape.name() + "'"
                        : "it was made by the compiler and only leads to another method; choose that one";
        return new NearMiss(shape.signature(), Reason.NO_CODE, text);
    }

    private static String overloads(ClassSummary type, List<MethodSummary> named) {
        return named.stream()
                .map(method ->
                        type.name() + "#" + method.name() + "(" + String.join(", ", method.parameterTypes()) + ")")
                .collect(joining(", "));
    }

    private NearMiss noSuchMethod(Rule rule, ClassSummary type) {
        String pattern = rule.methods().describe();
        int hash = pattern.indexOf('#');
        int end = pattern.indexOf('(') < 0 ? pattern.length() : pattern.indexOf('(');
        String wanted = pattern.substring(hash + 1, end);
        List<String> names = type.methods().stream()
                .filter(method -> !method.is(Opcodes.ACC_SYNTHETIC) && !method.isInitializer())
                .map(MethodSummary::name)
                .toList();
        String text = "the class has no method '" + wanted + "' of its own"
                + Words.nearest(wanted, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
        return new NearMiss(rule.toString(), Reason.NO_SUCH_NAME, text);
    }

    /** As much of a type as method names need. */
    private record NameOnly(String name) implements TypeShape {
        @Override
        public Set<String> supertypes() {
            return Set.of();
        }

        @Override
        public Set<String> annotations() {
            return Set.of();
        }
    }
}
