package dev.chaos4j.junit.internal;

import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;

/** What an annotation asks for. Immutable. */
public sealed interface Plan {

    /** The annotation and the element that bears it, for example {@code @InjectHang on CheckoutTest#pays()}. */
    String origin();

    /** Whether the test may pass although it never fires. */
    boolean allowUnfired();

    /** One fault. */
    record OfFault(PlannedFault fault, String origin, boolean allowUnfired) implements Plan {}

    /** A scenario. */
    record OfScenario(Scenario scenario, String origin, boolean allowUnfired) implements Plan {}
}
