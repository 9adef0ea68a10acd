package dev.chaos4j.agent.weaving;

import dev.chaos4j.target.MethodTarget;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** One request to weave, and what came of it. Each is itself only: two of the same methods are two. Thread-safe. */
public final class Rule {

    private final MethodTarget methods;
    private final SiteSource source;
    private final @Nullable String library;
    private final boolean namesSynthetic;
    private final Set<String> types = new ConcurrentSkipListSet<>();
    private final Set<String> signatures = new ConcurrentSkipListSet<>();

    private Rule(@Nullable String library, MethodTarget methods, SiteSource source) {
        this.library = library;
        this.methods = methods;
        this.source = source;
        this.namesSynthetic = methods.describe().contains("#lambda$");
    }

    /** A user's request; reaches classes of the JDK only where they are allowed by name. */
    public static Rule ofTarget(MethodTarget methods, SiteSource source) {
        return new Rule(null, methods, source);
    }

    /**
     * A request of our own, for a point of a library; reaches classes of the JDK.
     *
     * @param library what near misses are summed up under
     */
    public static Rule ofOurs(String library, MethodTarget methods, SiteSource source) {
        return new Rule(library, methods, source);
    }

    /** Which methods. */
    public MethodTarget methods() {
        return methods;
    }

    SiteSource source() {
        return source;
    }

    /** Whether classes of the JDK may be selected without being allowed by name. */
    boolean reachesJdk() {
        return library != null;
    }

    /** The library whose point this is, for requests of our own. */
    Optional<String> library() {
        return Optional.ofNullable(library);
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
                && Objects.equals(library, other.library);
    }

    /** Whether it asks for implementations of interfaces, which lambdas may be; nobody writes a client as a lambda. */
    boolean wantsLambdas() {
        return library == null && methods.selection() == MethodTarget.Selection.SUBTYPES;
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
