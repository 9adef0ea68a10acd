package dev.chaos4j.agent.standalone;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.session.FaultStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of the agent for people. */
final class StatusText {

    private final StringBuilder text = new StringBuilder();

    private StatusText() {}

    static String of(@Nullable Rehearsal rehearsal, List<String> notices) {
        StatusText status = new StatusText();
        notices.forEach(notice -> status.line(0, notice));
        if (rehearsal == null) {
            status.line(0, "Nothing is armed, and nothing was since the agent came.");
        } else {
            status.describe(rehearsal);
        }
        return status.text.toString();
    }

    /** One line for the list of JVMs. */
    static String brief(@Nullable Rehearsal rehearsal) {
        return rehearsal != null && rehearsal.isArmed()
                ? "armed: " + rehearsal.order().scenario().name() + ", "
                        + left(rehearsal.lease().left())
                : "nothing armed";
    }

    /** Seconds are enough for people. */
    static String left(Duration duration) {
        long seconds = (duration.toMillis() + 999) / 1000;
        return Durations.text(Duration.ofSeconds(seconds)) + " left";
    }

    private void describe(Rehearsal rehearsal) {
        String name = rehearsal.order().scenario().name();
        long seed = rehearsal.session().seed();
        if (rehearsal.isArmed()) {
            line(0, "Scenario '" + name + "' is armed (seed " + seed + ").");
            line(1, "lease: " + left(rehearsal.lease().left()));
            line(
                    1,
                    "stage: " + rehearsal.run().stage() + ", "
                            + left(rehearsal.run().stageLeft()) + "; "
                            + left(rehearsal.run().left()) + " in all");
        } else {
            line(0, "Nothing is armed. Scenario '" + name + "' was the last (seed " + seed + ").");
        }
        rehearsal.faults().forEach(this::fault);
        line(
                0,
                "Journal: " + rehearsal.session().journal().entries().size() + " entries, "
                        + rehearsal.session().journal().dropped() + " dropped.");
    }

    private void fault(FaultStatus fault) {
        line(
                1,
                "fault " + fault.name() + ": " + (fault.armed() ? "armed" : "disarmed")
                        + fault.whyEnded().map(why -> ", " + why).orElse(""));
        line(2, fault.what());
        Matches.asText(fault.weave(), content -> line(2, content));
        line(
                2,
                "seen " + fault.seen() + ", eligible " + fault.eligible() + ", fired " + fault.fired() + ", limited "
                        + fault.limited());
        fault.notApplied().forEach(why -> line(2, "not applied: " + why));
        if (!fault.armed() && !fault.weave().restored()) {
            line(2, "NOT RESTORED: see standard error of the JVM");
        }
    }

    private void line(int indent, String content) {
        text.append("  ".repeat(indent)).append(content).append('\n');
    }
}
