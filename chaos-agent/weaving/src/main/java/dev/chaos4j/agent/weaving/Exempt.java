package dev.chaos4j.agent.weaving;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is never woven, whatever a target says: our own classes, the code that woven code itself runs through, and
 * classes of the JDK unless they are allowed by name. Immutable.
 */
public final class Exempt {

    /** Our own code. Only what is ours by name: in tests, the application's loader is our loader, too. */
    private static final List<String> OURS = Stream.of(
                    "Chaos",
                    "fault.",
                    "target.",
                    "trigger.",
                    "scope.",
                    "configuration.",
                    "journal.",
                    "spi.",
                    "session.",
                    "scenario.",
                    "check.",
                    "experiment.",
                    "report.",
                    "resilience4j.",
                    "internal.",
                    "agent.bridge.",
                    "agent.weaving.",
                    "agent.client.",
                    "agent.context.",
                    "agent.points.",
                    "agent.backend.",
                    "agent.standalone.",
                    "agent.control.",
                    "agent.cli.",
                    "agent.log.",
                    "agent.source.",
                    "agent.shaded.")
            .map("dev.chaos4j."::concat)
            .toList();

    private static final String ENTRANCE = "dev.chaos4j.agent.";

    /** Linking and running woven code goes through these, so advice in them would call itself. */
    private static final List<String> RUN_BY_WOVEN_CODE = List.of(
            "java.lang.invoke.",
            "java.lang.instrument.",
            "java.lang.ref.",
            "java.lang.reflect.",
            "java.lang.constant.",
            "java.lang.ThreadLocal",
            "java.util.function.",
            "java.util.stream.",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.CopyOnWrite",
            "java.util.concurrent.atomic.",
            "jdk.internal.",
            "sun.instrument.",
            "sun.invoke.");

    /** Of these packages, all but what is listed as harmless: the language itself, and its collections. */
    private static final Set<String> CORE_PACKAGES = Set.of("java.lang", "java.util");

    private static final Set<String> HARMLESS_IN_CORE_PACKAGES = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessEnvironment",
            "java.lang.ProcessImpl",
            "java.lang.Runtime",
            "java.lang.ThreadBuilders",
            "java.util.Base64",
            "java.util.BitSet",
            "java.util.Calendar",
            "java.util.Currency",
            "java.util.Date",
            "java.util.GregorianCalendar",
            "java.util.ListResourceBundle",
            "java.util.Properties",
            "java.util.PropertyResourceBundle",
            "java.util.Random",
            "java.util.ResourceBundle",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.SplittableRandom",
            "java.util.TimeZone",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.UUID");

    /** Inside the package of the JDK's internals, the one client of ours. */
    private static final String JDK_HTTP_CLIENT = "jdk.internal.net.http.";

    /** The name of the loader that hides the agent in an application's JVM, and its libraries with it. */
    private static final String HIDING_LOADER = "chaos4j";

    private static final String PART_OF_US = "is part of Chaos4j itself, which is never a target";

    private final Predicate<String> allowedJdk;

    /**
     * Exempts all but what is allowed.
     *
     * @param allowedJdk whether a JDK class of this name may be a method target
     */
    public Exempt(Predicate<String> allowedJdk) {
        this.allowedJdk = allowedJdk;
    }

    /**
     * Why no class of this name is ever woven.
     *
     * @return null if it may be, as far as this rule goes
     */
    static @Nullable String forbidden(String name) {
        if (startsWithAny(name, OURS) || isOfTheJarsEntrance(name) || name.startsWith("net.bytebuddy.")) {
            return PART_OF_US;
        }
        if (isRunByWovenCode(name)) {
            return "is run by woven code itself and would call itself without end; choose a class further out";
        }
        return null;
    }

    /**
     * Why a class of this name is not woven for a target of methods.
     *
     * @param loader the class's loader, null for the bootstrap loader
     * @return null if it may be
     */
    @Nullable
    String reason(String name, @Nullable ClassLoader loader) {
        String never = isHidden(loader) ? PART_OF_US : forbidden(name);
        if (never == null && isJdk(name, loader) && !allowedJdk.test(name)) {
            return "is a class of the JDK, which the whole JVM shares; allow it with -Dchaos4j.jdk=" + name
                    + " (or the agent option jdk=" + name + ")";
        }
        return never;
    }

    /** Whether a rule may select this class. */
    boolean allows(Rule rule, String name, @Nullable ClassLoader loader) {
        return rule.reachesJdk() ? forbidden(name) == null && !isHidden(loader) : reason(name, loader) == null;
    }

    /** The classes that start the agent are all that its package itself holds. */
    private static boolean isOfTheJarsEntrance(String name) {
        return name.startsWith(ENTRANCE) && name.indexOf('.', ENTRANCE.length()) < 0;
    }

    private static boolean isHidden(@Nullable ClassLoader loader) {
        return loader != null && HIDING_LOADER.equals(loader.getName());
    }

    /** Whether this is a class of the JDK. */
    static boolean isJdk(String name, @Nullable ClassLoader loader) {
        return loader == null || loader == ClassLoader.getPlatformClassLoader() || name.startsWith("java.");
    }

    private static boolean isRunByWovenCode(String name) {
        int nested = name.indexOf('$');
        String outer = nested < 0 ? name : name.substring(0, nested);
        int dot = outer.lastIndexOf('.');
        boolean core = dot > 0 && CORE_PACKAGES.contains(outer.substring(0, dot));
        return (startsWithAny(name, RUN_BY_WOVEN_CODE) && !name.startsWith(JDK_HTTP_CLIENT))
                || (core && !HARMLESS_IN_CORE_PACKAGES.contains(outer));
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
