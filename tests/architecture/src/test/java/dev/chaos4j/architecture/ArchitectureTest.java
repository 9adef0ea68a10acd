package dev.chaos4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses EVERYTHING = Module.classesOf(Module.all());
    private static final JavaClasses LIBRARY = Module.classesOf(Module.library());

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
        Rules.NO_PACKAGE_CYCLES.check(EVERYTHING);
    }

    @Test
    void corePackagesLookDownOnly() {
        Rules.coreLooksDownOnly("dev.chaos4j").check(LIBRARY);
    }

    @Test
    void internalPackagesAreUsedByTheirOwnModuleOnly() {
        Rules.internalOnlyFromItsOwnModule(Module::originOf).check(EVERYTHING);
    }

    @Test
    void byteBuddyStaysInTheAgent() {
        Rules.BYTE_BUDDY_ONLY_IN_THE_AGENT.check(EVERYTHING);
    }

    @Test
    void resilience4jStaysInItsPackage() {
        Rules.RESILIENCE4J_ONLY_IN_ITS_PACKAGE.check(LIBRARY);
    }

    @Test
    void theBridgeKnowsTheJdkOnly() {
        Rules.BRIDGE_KNOWS_THE_JDK_ONLY.check(LIBRARY);
    }

    @Test
    void clockSleepAndDiceComeFromTheEnvironment() {
        Rules.environmentOnlyThroughItsPackage(Exceptions.ENVIRONMENT.keySet()).check(LIBRARY);
        assertThatAllAreNeeded(Exceptions.ENVIRONMENT, Rules::environmentOnlyThroughItsPackage);
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        Rules.noStandardStreams(Exceptions.STANDARD_STREAMS.keySet()).check(LIBRARY);
        assertThatAllAreNeeded(Exceptions.STANDARD_STREAMS, Rules::noStandardStreams);
    }

    @Test
    void everyPackageIsNullMarked() {
        Rules.everyPackageIsNullMarked().check(EVERYTHING);
    }

    private static void assertThatAllAreNeeded(
            Map<String, String> exceptions, Function<Set<String>, ArchRule> ruleWithout) {
        ArchRule strict = ruleWithout.apply(Set.of());
        for (String exception : exceptions.keySet()) {
            JavaClasses alone = LIBRARY.that(new StartsWith(exception));
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
