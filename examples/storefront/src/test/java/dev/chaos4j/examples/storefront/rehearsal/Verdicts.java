package dev.chaos4j.examples.storefront.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chaos4j.check.ResilienceError;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ScenarioRun;
import java.util.Map;
import java.util.TreeMap;

/** What the rehearsals ask of a run. */
final class Verdicts {
    private Verdicts() {}

    /** The step must find that this check deviated, and must say why in words with {@code reason} in them. */
    static void assertDeviated(String check, String reason, Runnable step) {
        assertThatExceptionOfType(ResilienceError.class)
                .isThrownBy(step::run)
                .withMessageStartingWith(check + " (")
                .withMessageContaining(" is DEVIATED: ")
                .withMessageContaining(reason);
    }

    /** How often each kind of fault fired in all stages together. */
    static Map<String, Long> fired(ScenarioRun run) {
        Map<String, Long> fired = new TreeMap<>();
        for (ActiveFault fault : run.faults()) {
            fired.merge(fault.plan().fault().describe(), fault.fired(), Long::sum);
        }
        return fired;
    }

    /** Each of so many kinds of fault must have fired. */
    static void assertAllFired(int kinds, ScenarioRun run) {
        assertThat(fired(run))
                .hasSize(kinds)
                .allSatisfy((fault, times) -> assertThat(times).as(fault).isPositive());
    }
}
