package dev.chaos4j.agent.weaving;

import dev.chaos4j.target.MethodTarget;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** One request to weave, and what came of it. Each is itself only: two of the same methods are two. Thread-safe. */
public final class Rule {

    private final MethodTarget methods;
    private final SiteSource source;
    private final boolean reachesJdk;
    private final boolean namesSynthetic;
    private final Set<String> types = new ConcurrentSkipListSet<>();
    private final Set<String> signatures = new ConcurrentSkipListSet<>();

    /**
     * A request.
     *
     * @param methods which methods
     * @param source what their sites are
     * @param reachesJdk whether classes of the JDK may be selected without being allowed by name: for our own points
     *     in JDK clients and executors
     */
    public Rule(MethodTarget methods, SiteSource source, boolean reachesJdk) {
        this.methods = methods;
        this.source = source;
        this.reachesJdk = reachesJdk;
        this.namesSynthetic = methods.describe().contains("#lambda$");
    }

    /** Which methods. */
    public MethodTarget methods() {
        return methods;
    }

    SiteSource source() {
        return source;
    }

    boolean reachesJdk() {
        return reachesJdk;
    }

    /** Whether it asks for methods that the compiler made, such as the bodies of lambdas. */
    boolean namesSynthetic() {
        return namesSynthetic;
    }

    /** Whether the name alone decides about a class. */
    boolean isNamed() {
        return methods.selection() == MethodTarget.Selection.NAMED;
    }

    /** Whether the other one gives the same code. */
    boolean isLike(Rule other) {
        return source.equals(other.source)
                && methods.describe().equals(other.methods.describe())
                && reachesJdk == other.reachesJdk;
    }

    /** Whether it asks for implementations of interfaces, which lambdas may be. */
    boolean wantsLambdas() {
        return methods.selection() == MethodTarget.Selection.SUBTYPES;
    }

    void wove(String type, Set<String> methodSignatures) {
        types.add(type);
        signatures.addAll(methodSignatures);
    }

    /** The names of the types woven for it, in order. */
    public Set<String> types() {
        return new TreeSet<>(types);
    }

    /** The signatures of the methods woven for it, in order. */
    public Set<String> signatures() {
        return new TreeSet<>(signatures);
    }

    @Override
    public String toString() {
        return methods.describe();
    }
}
