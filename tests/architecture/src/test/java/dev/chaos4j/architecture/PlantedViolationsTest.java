package dev.chaos4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never fails is no rule: each one must name the violation planted for it, and nothing else. */
class PlantedViolationsTest {

    private static final String PLANTED = "dev.chaos4j.planted.";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("dev.chaos4j.planted");

    static Stream<Arguments> rulesAndTheirViolations() {
        return Stream.of(
                arguments(Rules.NO_PACKAGE_CYCLES, "cycle", List.of("Cycle detected")),
                arguments(
                        Rules.coreLooksDownOnly("dev.chaos4j.planted.floors"),
                        "floors.fault",
                        List.of("planted.floors.report.Above")),
                arguments(
                        Rules.internalOnlyFromItsOwnModule(PlantedViolationsTest::moduleOf),
                        "module",
                        List.of("moduleb.Outsider")),
                arguments(Rules.BYTE_BUDDY_ONLY_IN_THE_AGENT, "bytebuddy", List.of("UsesByteBuddy")),
                arguments(Rules.RESILIENCE4J_ONLY_IN_ITS_PACKAGE, "breaker", List.of("UsesResilience4j")),
                arguments(Rules.BRIDGE_KNOWS_THE_JDK_ONLY, "agent.bridge", List.of("KnowsTooMuch")),
                arguments(
                        Rules.environmentOnlyThroughItsPackage(Set.of()),
                        "time",
                        List.of("System.nanoTime", "Thread.sleep", "ThreadLocalRandom.current", "Instant.now")),
                arguments(Rules.noStandardStreams(Set.of()), "streams", List.of("System.out", "printStackTrace")),
                arguments(Rules.everyPackageIsNullMarked(), "unmarked", List.of("planted.unmarked")));
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirViolations")
    void isReported(ArchRule rule, String packagePrefix, List<String> expected) {
        List<String> reported = rule.evaluate(CLASSES).getFailureReport().getDetails();

        assertThat(reported).isNotEmpty().allSatisfy(violation -> assertThat(violation)
                .contains(PLANTED + packagePrefix));
        assertThat(expected).allSatisfy(part -> assertThat(reported)
                .anySatisfy(violation -> assertThat(violation).contains(part)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndTheirViolations")
    void isNotReportedElsewhere(ArchRule rule, String packagePrefix, List<String> expected) {
        JavaClasses others = CLASSES.that(DescribedPredicate.describe(
                "are planted for other rules", type -> !type.getName().startsWith(PLANTED + packagePrefix)));

        assertThat(rule.allowEmptyShould(true).evaluate(others).hasViolation())
                .as("%s finds nothing where %s is not planted", rule.getDescription(), expected)
                .isFalse();
    }

    private static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(PLANTED) ? name.substring(PLANTED.length()).replaceAll("\\..*", "") : name;
    }
}
