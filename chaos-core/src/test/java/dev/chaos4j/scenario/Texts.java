package dev.chaos4j.scenario;

/** Scenario files around the part that a test is about. */
final class Texts {

    private static final String HEAD = "chaos4j: 1\nname: test\nstages:\n  - name: only\n    for: 1m\n";

    private Texts() {}

    /** A file with one fault of these lines. */
    static String ofFault(String lines) {
        return HEAD + "    faults:\n      - name: one\n" + lines.indent(8);
    }

    /** The fault of these lines, at some method. */
    static PlannedFault fault(String lines) {
        return planned("target: shop.Inventory#stock\n" + lines);
    }

    /** The fault of these lines. */
    static PlannedFault planned(String lines) {
        return ScenarioFile.parse(ofFault(lines), "test.yaml")
                .stages()
                .get(0)
                .faults()
                .get(0);
    }

    /** A file with these lines and one stage without faults. */
    static String withTop(String lines) {
        return HEAD + lines;
    }
}
