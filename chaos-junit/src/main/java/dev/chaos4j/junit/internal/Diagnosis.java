package dev.chaos4j.junit.internal;

import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.target.OperationKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a fault did nothing, and what to do about it. Immutable.
 *
 * @param because why
 * @param todo what to do; empty if the near misses say it
 */
record Diagnosis(String because, String todo) {

    static Diagnosis of(PlannedFault plan, FaultStatus status) {
        if (status.fired() > 0) {
            return new Diagnosis("it fired but could not be applied: " + String.join("; ", status.notApplied()), "");
        }
        if (status.seen() == 0) {
            return unseen(plan, status);
        }
        if (status.eligible() == 0) {
            return ineligible(plan);
        }
        return untriggered(plan, status);
    }

    private static Diagnosis unseen(PlannedFault plan, FaultStatus status) {
        if (!status.weave().methods().isEmpty()) {
            return new Diagnosis(
                    "nobody called it while it was armed",
                    "call it in the test method itself: the faults of annotations are armed after @BeforeEach and"
                            + " disarmed before @AfterEach");
        }
        if (!status.weave().nearMisses().isEmpty()) {
            return new Diagnosis("nothing was matched, for the reason given as near miss", "");
        }
        return new Diagnosis(
                plan.target().kind() == OperationKind.METHOD
                        ? "no loaded class has such a method"
                        : "no such client was used",
                "compare the target with the class or client that the tested code uses");
    }

    private static Diagnosis ineligible(PlannedFault plan) {
        String threads = "the calls came from threads that do not work for this test; hand work over with"
                + " Contextual.wrap(...), use the agent, or put @JvmWide on the test";
        if (plan.target().kind() == OperationKind.SETTING) {
            return new Diagnosis(
                    "no read of a setting that is set matched the target, or all were out of its scope",
                    "compare the name with the one the program asks for; what is not set cannot be read wrongly. If it"
                            + " fits, " + threads);
        }
        return plan.target().kind() == OperationKind.METHOD
                ? new Diagnosis("every call was out of its scope", threads)
                : new Diagnosis(
                        "no operation matched the target, or all were out of its scope",
                        "compare the target with what the client asks for; if it fits, " + threads);
    }

    private static Diagnosis untriggered(PlannedFault plan, FaultStatus status) {
        return new Diagnosis(
                "its trigger '" + plan.trigger().describe() + "' chose none of "
                        + (status.eligible() == 1 ? "1 call" : status.eligible() + " calls"),
                "call it more often, or choose a trigger that fires earlier");
    }

    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("because", because);
        if (!todo.isEmpty()) {
            lines.put("do", todo);
        }
        return lines;
    }
}
