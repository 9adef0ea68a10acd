package dev.chaos4j.target;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods and constructors by class, name and parameter types. Immutable. See {@link Target#method(String)}. */
public final class MethodTarget implements Target {

    /** How the class part of the pattern selects classes. */
    public enum Selection {
        /** Classes whose name matches. */
        NAMED(""),
        /** Types whose name matches, and all that extend or implement them. */
        SUBTYPES("+"),
        /** Methods that carry an annotation whose name matches, or whose class does. */
        ANNOTATED("@");

        private final String prefix;

        Selection(String prefix) {
            this.prefix = prefix;
        }
    }

    private final Selection selection;
    private final Glob type;
    private final Glob method;
    private final @Nullable List<String> parameters;

    MethodTarget(Selection selection, Glob type, Glob method, @Nullable List<String> parameters) {
        this.selection = selection;
        this.type = type;
        this.method = method;
        this.parameters = parameters == null ? null : List.copyOf(parameters);
    }

    /**
     * The methods of this target whose name also matches this pattern instead.
     *
     * @throws IllegalArgumentException if the name cannot be a method name
     */
    public MethodTarget named(String namePattern) {
        return MethodPatterns.parse(selection.prefix + type + "#" + namePattern);
    }

    /** How classes are selected. */
    public Selection selection() {
        return selection;
    }

    /** The one type, or annotation, that the pattern names, or empty if it has wildcards. */
    public Optional<String> exactType() {
        return type.isExact() ? Optional.of(type.toString()) : Optional.empty();
    }

    /**
     * Whether a class of this name could be selected, judged by the name alone; always true for subtypes and
     * annotations. A cheap filter before {@link #matchesType}.
     */
    public boolean couldMatchTypeNamed(String name) {
        return selection != Selection.NAMED || type.matches(name);
    }

    /** Whether methods of this class can be selected; for annotations, whether the class carries one. */
    public boolean matchesType(TypeShape candidate) {
        return switch (selection) {
            case NAMED -> type.matches(candidate.name());
            case SUBTYPES -> type.matches(candidate.name()) || anyMatches(candidate.supertypes());
            case ANNOTATED -> anyMatches(candidate.annotations());
        };
    }

    /** Whether this method is selected. */
    public boolean matches(MethodShape candidate) {
        return matchesName(candidate) && matchesParameters(candidate) && matchesOwner(candidate);
    }

    /** Whether the name matches, whatever the parameters; what fails only later is a near miss. */
    public boolean matchesName(MethodShape candidate) {
        return candidate.isConstructor()
                ? method.toString().equals(MethodShape.CONSTRUCTOR)
                : method.matches(candidate.name());
    }

    private boolean matchesOwner(MethodShape candidate) {
        return matchesType(candidate.type())
                || (selection == Selection.ANNOTATED && anyMatches(candidate.annotations()));
    }

    private boolean matchesParameters(MethodShape candidate) {
        if (parameters == null) {
            return true;
        }
        if (parameters.size() != candidate.parameterTypes().size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!sameType(parameters.get(i), candidate.parameterTypes().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameType(String wanted, String actual) {
        return actual.equals(wanted) || (wanted.indexOf('.') < 0 && actual.endsWith("." + wanted));
    }

    private boolean anyMatches(Set<String> names) {
        return names.stream().anyMatch(type::matches);
    }

    @Override
    public OperationKind kind() {
        return OperationKind.METHOD;
    }

    @Override
    public boolean matches(Operation operation) {
        MethodShape shape = operation.point().method();
        return shape != null && matches(shape) && !isPartOfAnother(operation);
    }

    /**
     * Whether the operation runs inside another one that this target matches and has the same method name and parameter
     * types: the method of a delegate behind a decorator or proxy, or of a superclass. Those are one logical call, and
     * the outermost stands for it. A class named in full is meant as it is: there, each call counts; only a proxy of our
     * own and the method behind it are one call all the same.
     */
    private boolean isPartOfAnother(Operation operation) {
        if (!(operation instanceof MethodOperation method)) {
            return false;
        }
        boolean eachCounts = selection == Selection.NAMED && type.isExact();
        return method.isBehindOneOf(this) || (!eachCounts && method.isInsideOneOf(this, selection == Selection.NAMED));
    }

    @Override
    public String describe() {
        return selection.prefix + type + "#" + method
                + (parameters == null ? "" : "(" + String.join(", ", parameters) + ")");
    }

    @Override
    public String toString() {
        return describe();
    }
}
