package dev.chaos4j.junit.internal;

import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.spi.NearMiss;
import dev.chaos4j.target.OperationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A fault that was to do something and did not, with why. Immutable.
 *
 * @param name the fault's name
 * @param lines what is known of it, label by label
 */
public record Unfired(String name, Map<String, String> lines) {

    private static final int SHOWN = 5;

    /** Copies the lines. */
    public Unfired {
        lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** A fault that was armed and never fired, or fired and could not be applied. */
    static Unfired armed(PlannedFault plan, FaultStatus status, String origin) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("armed by", origin);
        lines.put("what", status.what());
        lines.put("matched", matched(plan, status));
        List<NearMiss> misses = status.weave().nearMisses();
        if (!misses.isEmpty()) {
            lines.put("near miss", list(misses.stream().map(Unfired::text).toList()));
        }
        lines.put("counted", status.seen() + " seen, " + status.eligible() + " eligible, " + status.fired() + " fired");
        lines.putAll(Diagnosis.of(plan, status).lines());
        return new Unfired(status.name(), lines);
    }

    private static String matched(PlannedFault plan, FaultStatus status) {
        List<String> methods = status.weave().methods();
        if (!methods.isEmpty()) {
            return list(methods);
        }
        return plan.target().kind() == OperationKind.METHOD ? "no method" : "no client that is known";
    }

    private static String text(NearMiss miss) {
        return miss.text().startsWith(miss.where()) ? miss.text() : miss.where() + ": " + miss.text();
    }

    private static String list(List<String> all) {
        String shown = all.stream().limit(SHOWN).collect(Collectors.joining("\n"));
        return all.size() <= SHOWN ? shown : shown + "\nand " + (all.size() - SHOWN) + " more";
    }

    /** The faults of stages that had not begun when the test ended. */
    static List<Unfired> unreached(ScenarioRun run, String origin) {
        int armed = run.faults().size();
        List<Unfired> unreached = new ArrayList<>();
        int number = 0;
        for (Stage stage : run.scenario().stages()) {
            for (PlannedFault plan : stage.faults()) {
                if (number++ >= armed) {
                    unreached.add(unreached(plan, stage, run, origin));
                }
            }
        }
        return unreached;
    }

    private static Unfired unreached(PlannedFault plan, Stage stage, ScenarioRun run, String origin) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("planned by", origin);
        lines.put("what", plan.fault().describe() + " at " + plan.target().describe());
        lines.put(
                "because",
                "its stage '" + stage.name() + "' never began: the test ended in stage '" + run.stage() + "'");
        lines.put(
                "do",
                "wait for the end with a parameter of type ScenarioRun (run.await(...)), or make the scenario faster"
                        + " with timeScale");
        return new Unfired(plan.name(), lines);
    }
}
