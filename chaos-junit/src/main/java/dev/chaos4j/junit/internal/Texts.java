package dev.chaos4j.junit.internal;

import dev.chaos4j.session.FaultStatus;
import java.util.List;

/** The texts at the end of a failing test. */
public final class Texts {

    private static final int LABEL_WIDTH = 12;

    private Texts() {}

    /** The failure of a test whose faults did not fire. */
    public static String failure(TestRun run, List<Unfired> unfired) {
        return unfired(run, unfired) + "\n\nIf it may stay so, say allowUnfired = true in the annotation, or"
                + " @AllowUnfired on the test.\n" + seed(run);
    }

    /** What is added to a test's own failure. */
    public static String note(TestRun run, List<Unfired> unfired) {
        StringBuilder text = new StringBuilder("This test ran with faults.");
        for (FaultStatus status : run.statuses()) {
            text.append("\n  ").append(status.name()).append(": fired ").append(times(status.fired()));
        }
        if (!unfired.isEmpty()) {
            text.append('\n').append(unfired(run, unfired));
        }
        return text.append('\n').append(seed(run)).toString();
    }

    private static String times(long count) {
        return count == 1 ? "once" : count == 0 ? "never" : count + " times";
    }

    private static String unfired(TestRun run, List<Unfired> unfired) {
        StringBuilder text = new StringBuilder(
                unfired.size() == 1
                        ? "A fault had no effect, so " + run.name().text() + " shows nothing about it."
                        : unfired.size() + " faults had no effect, so "
                                + run.name().text() + " shows nothing about them.");
        for (Unfired each : unfired) {
            text.append("\n\n  ").append(each.name());
            each.lines().forEach((label, value) -> appendLine(text, label, value));
        }
        return text.toString();
    }

    private static void appendLine(StringBuilder text, String label, String value) {
        String indent = "\n    " + " ".repeat(LABEL_WIDTH);
        text.append("\n    ")
                .append(label)
                .append(" ".repeat(LABEL_WIDTH - label.length()))
                .append(value.replace("\n", indent));
    }

    private static String seed(TestRun run) {
        return "Seed " + run.session().seed() + "; to repeat: " + run.replayLine();
    }
}
