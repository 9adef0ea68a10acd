package dev.chaos4j.junit;

import dev.chaos4j.Chaos;
import dev.chaos4j.check.Resilience;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.junit.internal.TestRun;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.ScenarioRun;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What tests may take as parameters. */
final class Parameters {

    private static final Set<Class<?>> TYPES = Set.of(
            ChaosSession.class, Journal.class, Resilience.class, ActiveFault.class, ScenarioRun.class, Chaos.class);

    private final Parameter parameter;
    private final TestRun run;

    private Parameters(Parameter parameter, TestRun run) {
        this.parameter = parameter;
        this.run = run;
    }

    static boolean supports(Class<?> type) {
        return TYPES.contains(type);
    }

    /**
     * The argument.
     *
     * @param run the test's, or null if the parameter belongs to no single test
     * @throws ParameterResolutionException if there is none; the message says why and what to do
     */
    static Object resolve(ParameterContext context, @Nullable TestRun run) {
        Parameter parameter = context.getParameter();
        if (parameter.getType() == Chaos.class) {
            throw new ParameterResolutionException("Chaos has only static methods and cannot be a parameter; take"
                    + " ChaosSession, the session of this test, or call Chaos.arm(...), which goes to it");
        }
        if (run == null) {
            throw new ParameterResolutionException(parameter.getType().getSimpleName() + " belongs to one test, but "
                    + context.getDeclaringExecutable().getName() + " runs for all tests of its class; take it in a test"
                    + " method, in @BeforeEach or in @AfterEach");
        }
        return new Parameters(parameter, run).resolve();
    }

    private Object resolve() {
        Class<?> type = parameter.getType();
        if (type == ActiveFault.class) {
            return fault();
        }
        if (type == ScenarioRun.class) {
            return scenario();
        }
        if (type == Resilience.class) {
            return Resilience.in(run.session());
        }
        return type == Journal.class ? run.session().journal() : run.session();
    }

    private ActiveFault fault() {
        List<ActiveFault> faults = run.declared();
        FaultName wanted = parameter.getAnnotation(FaultName.class);
        if (wanted != null) {
            return faults.stream()
                    .filter(fault -> fault.plan().name().equals(wanted.value()))
                    .findFirst()
                    .orElseThrow(() -> missing("@FaultName(\"" + wanted.value() + "\")", "fault", names(faults)));
        }
        int number = number();
        if (number > faults.size()) {
            throw missing("ActiveFault parameter number " + number, "fault", names(faults));
        }
        return faults.get(number - 1);
    }

    private static String names(List<ActiveFault> faults) {
        return faults.stream().map(fault -> "'" + fault.plan().name() + "'").collect(Collectors.joining(", "));
    }

    private ScenarioRun scenario() {
        List<ScenarioRun> runs = run.scenarios();
        int number = number();
        if (number > runs.size()) {
            String names = runs.stream()
                    .map(each -> "'" + each.scenario().name() + "'")
                    .collect(Collectors.joining(", "));
            throw missing("ScenarioRun parameter number " + number, "scenario", names);
        }
        return runs.get(number - 1);
    }

    /** Which of the parameters of this type it is, from 1, those with a name left out. */
    private int number() {
        int number = 0;
        for (Parameter each : parameter.getDeclaringExecutable().getParameters()) {
            if (each.getType() == parameter.getType() && !each.isAnnotationPresent(FaultName.class)) {
                number++;
            }
            if (each.equals(parameter)) {
                break;
            }
        }
        return number;
    }

    private ParameterResolutionException missing(String wanted, String what, String present) {
        String there = present.isEmpty()
                ? "the annotations of this test have armed no " + what + " yet; they do so after @BeforeEach, and what"
                        + " code arms is the value that arm(...) returns"
                : "there is " + present;
        return new ParameterResolutionException("No " + what + " for " + wanted + " of "
                + parameter.getDeclaringExecutable().getName() + ": " + there);
    }
}
