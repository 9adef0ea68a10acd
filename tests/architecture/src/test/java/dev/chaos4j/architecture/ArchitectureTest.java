package dev.chaos4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static JavaClasses everything;
    private static JavaClasses library;

    @BeforeAll
    static void readTheClassesOfAllModules() {
        everything = Module.classesOf(Module.all());
        library = Module.classesOf(Module.library());
    }

    @Test
    void everyLibraryModuleIsExamined() {
        assertThat(Module.library())
                .extracting(Module::name)
                .containsExactly(
                        "chaos-agent/bridge",
                        "chaos-agent/javaagent",
                        "chaos-agent/weaving",
                        "chaos-core",
                        "chaos-junit");
    }

    @Test
    void packagesHaveNoCycles() {
        Rules.NO_PACKAGE_CYCLES.check(everything);
    }

    @Test
    void corePackagesLookDownOnly() {
        Rules.coreLooksDownOnly("dev.chaos4j").check(library);
    }

    @Test
    void internalPackagesAreUsedByTheirOwnModuleOnly() {
        Rules.internalOnlyFromItsOwnModule(Module::originOf).check(everything);
    }

    @Test
    void byteBuddyStaysInTheAgent() {
        Rules.BYTE_BUDDY_ONLY_IN_THE_AGENT.check(everything);
    }

    @Test
    void resilience4jStaysInItsPackage() {
        Rules.RESILIENCE4J_ONLY_IN_ITS_PACKAGE.check(library);
    }

    @Test
    void theBridgeKnowsTheJdkOnly() {
        Rules.BRIDGE_KNOWS_THE_JDK_ONLY.check(library);
    }

    @Test
    void clockSleepAndDiceComeFromTheEnvironment() {
        Rules.environmentOnlyThroughItsPackage(Exceptions.ENVIRONMENT.keySet()).check(library);
        assertThatAllAreNeeded(Exceptions.ENVIRONMENT, Rules::environmentOnlyThroughItsPackage);
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        Rules.noStandardStreams(Exceptions.STANDARD_STREAMS.keySet()).check(library);
        assertThatAllAreNeeded(Exceptions.STANDARD_STREAMS, Rules::noStandardStreams);
    }

    @Test
    void everyPackageIsNullMarked() {
        Rules.everyPackageIsNullMarked().check(everything);
    }

    private static void assertThatAllAreNeeded(
            Map<String, String> exceptions, Function<Set<String>, ArchRule> ruleWithout) {
        ArchRule strict = ruleWithout.apply(Set.of());
        for (String exception : exceptions.keySet()) {
            JavaClasses alone = library.that(new StartsWith(exception));
            assertThat(strict.evaluate(alone).hasViolation())
                    .as("%s is listed in Exceptions but keeps the rule; remove it there", exception)
                    .isTrue();
        }
    }

    private static final class StartsWith extends DescribedPredicate<JavaClass> {
        private final String name;

        StartsWith(String name) {
            super("are " + name + " or nested in it");
            this.name = name;
        }

        @Override
        public boolean test(JavaClass type) {
            return type.getName().equals(name) || type.getName().startsWith(name + "$");
        }
    }
}
