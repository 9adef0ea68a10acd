package dev.chaos4j.junit;

import dev.chaos4j.junit.internal.BadValue;
import dev.chaos4j.junit.internal.Plan;
import dev.chaos4j.scenario.PlannedFault;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the annotations of one test ask for, the nearest first. Where two bear the same name, the nearer one replaces
 * the other; on one element, names that nobody chose are numbered.
 */
final class Plans {

    private static final Set<Class<? extends Annotation>> ALL = all();

    private final Class<?> testClass;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, Declaration> byName = new HashMap<>();

    private Plans(Class<?> testClass) {
        this.testClass = testClass;
    }

    private static Set<Class<? extends Annotation>> all() {
        Set<Class<? extends Annotation>> all = new HashSet<>(FaultPlans.ANNOTATIONS);
        all.addAll(ScenarioPlans.ANNOTATIONS);
        return all;
    }

    /**
     * Reads the annotations of a test.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if one of them cannot be meant so
     */
    static List<Plan> of(ExtensionContext test) {
        Plans plans = new Plans(test.getRequiredTestClass());
        for (Declaration declaration : declarations(test, ALL)) {
            try {
                plans.add(declaration);
            } catch (BadValue bad) {
                throw declaration.refused(bad);
            }
        }
        return plans.plans;
    }

    static List<Declaration> declarations(ExtensionContext test, Set<Class<? extends Annotation>> wanted) {
        return Declarations.find(
                test.getRequiredTestMethod(), test.getRequiredTestClass(), test.getEnclosingTestClasses(), wanted);
    }

    private void add(Declaration declaration) {
        if (ScenarioPlans.ANNOTATIONS.contains(declaration.annotation().annotationType())) {
            plans.add(ScenarioPlans.read(declaration, testClass));
            return;
        }
        Plan.OfFault plan = FaultPlans.read(declaration, testClass);
        String name = plan.fault().name();
        Declaration taken = byName.putIfAbsent(name, declaration);
        if (taken == null) {
            plans.add(plan);
        } else if (taken.distance() == declaration.distance()) {
            plans.add(renamed(plan, declaration));
        }
    }

    private Plan renamed(Plan.OfFault plan, Declaration declaration) {
        PlannedFault fault = plan.fault();
        if (!isGenerated(fault)) {
            throw BadValue.text("name", fault.name(), "another fault on the same element has this name", null);
        }
        int number = 2;
        while (byName.putIfAbsent(fault.name() + " (" + number + ")", declaration) != null) {
            number++;
        }
        return new Plan.OfFault(fault.named(fault.name() + " (" + number + ")"), plan.origin(), plan.allowUnfired());
    }

    private static boolean isGenerated(PlannedFault fault) {
        return fault.name()
                .equals(PlannedFault.of(fault.fault(), fault.target()).name());
    }
}
