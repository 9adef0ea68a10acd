package dev.chaos4j.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The rules themselves; {@link ArchitectureTest} applies them and {@link PlantedViolationsTest} proves that they bite. */
final class Rules {

    static final ArchRule NO_PACKAGE_CYCLES = slices().assignedFrom(new EachPackage())
            .should()
            .beFreeOfCycles()
            .because("a cycle makes its packages one package");

    static final ArchRule BYTE_BUDDY_ONLY_IN_THE_AGENT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.chaos4j.agent..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.bytebuddy..")
            .because("core and JUnit work without an agent, and the agent hides its own copy");

    static final ArchRule RESILIENCE4J_ONLY_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.chaos4j..resilience4j..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..")
            .because("it is an optional dependency: without it, everything else must still load");

    static final ArchRule BRIDGE_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("dev.chaos4j..agent.bridge..")
            .should()
            .onlyDependOnClassesThat()
            // JSpecify: annotations that are missing at run time are ignored by the JVM
            .resideInAnyPackage("java..", "dev.chaos4j..agent.bridge..", "org.jspecify.annotations")
            .because("it is loaded by the bootstrap loader, which sees nothing else");

    /** The packages of the core, lowest first: each may import from those before it only. */
    private static final List<String> CORE = List.of(
            "fault",
            "target",
            "trigger",
            "scope",
            "configuration",
            "journal",
            "spi",
            "scenario",
            "session",
            "check",
            "experiment",
            "report");

    private Rules() {}

    static ArchRule coreLooksDownOnly(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should(new LookDownOnly(base))
                .because("the core is read from the bottom up: " + String.join(", ", CORE));
    }

    static ArchRule internalOnlyFromItsOwnModule(Function<JavaClass, String> moduleOf) {
        return classes()
                .should(new InternalFromOwnModule(moduleOf))
                .because("what is internal may change without notice");
    }

    static ArchRule environmentOnlyThroughItsPackage(Set<String> exceptions) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.chaos4j..internal.environment..")
                .and(new NotListed(exceptions))
                .should(accessTargetWhere(Environment.access()))
                .because("with clock, sleep and dice from outside, every run can be repeated and tested in no time");
    }

    static ArchRule noStandardStreams(Set<String> exceptions) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.chaos4j.agent.cli..")
                .and(new NotListed(exceptions))
                .should(ACCESS_STANDARD_STREAMS)
                .because("they belong to the application; only the command line is a program of its own");
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes().should(new BeNullMarked()).because("NullAway then checks it, and callers can read it");
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static final class InternalFromOwnModule extends ArchCondition<JavaClass> {
        private final Function<JavaClass, String> moduleOf;

        InternalFromOwnModule(Function<JavaClass, String> moduleOf) {
            super("use internal packages of their own module only");
            this.moduleOf = moduleOf;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                boolean internal = used.getPackageName().matches("dev\\.chaos4j\\.(.*\\.)?internal(\\..*)?");
                if (internal && !moduleOf.apply(used).equals(moduleOf.apply(type))) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }
    }

    private static final class LookDownOnly extends ArchCondition<JavaClass> {
        private final String base;

        LookDownOnly(String base) {
            super("import only from core packages below their own");
            this.base = base;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            int own = floorOf(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (own >= 0 && floorOf(dependency.getTargetClass().getBaseComponentType()) > own) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }

        private int floorOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith(base + ".") ? CORE.indexOf(name.substring(base.length() + 1)) : -1;
        }
    }

    private static final class BeNullMarked extends ArchCondition<JavaClass> {
        BeNullMarked() {
            super("be in a package that is @NullMarked (package-info.java)");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                String message = "Package " + type.getPackageName() + " of " + type.getName() + " is not @NullMarked";
                events.add(SimpleConditionEvent.violated(type, message));
            }
        }
    }

    private static final class NotListed extends DescribedPredicate<JavaClass> {
        private final Set<String> names;

        NotListed(Set<String> names) {
            super("are not listed as exceptions");
            this.names = names;
        }

        @Override
        public boolean test(JavaClass type) {
            return !names.contains(outermost(type).getName());
        }

        private static JavaClass outermost(JavaClass type) {
            return type.getEnclosingClass().map(NotListed::outermost).orElse(type);
        }
    }
}
