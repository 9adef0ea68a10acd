package dev.chaos4j.scenario;

import dev.chaos4j.fault.Throttling;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.LazyForm;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.Scalars;
import java.time.Duration;

/** How a {@link Throttling} stands in a file. */
final class ThrottlingForm {

    private static final Key<Throttling, Integer> PERMITS = Key.required(
            "permits",
            Scalars.wholeInt(0, Integer.MAX_VALUE),
            Throttling::permits,
            "how many operations pass in each period");
    private static final Key<Throttling, Duration> PER =
            Key.required("per", Scalars.DURATION, Throttling::period, "the length of a period");

    static final Form<Throttling> FORM = ObjectForm.of(
            "a throttling",
            Keys.of(PERMITS, PER)
                    .optional(
                            "refuse-with",
                            new LazyForm<>(FaultForm::outcome),
                            throttling -> throttling.refusal().orElse(null),
                            Throttling::refusingWith,
                            "what refused operations get; else what is usual for their kind"),
            at -> Throttling.permits(at.need(PERMITS), at.need(PER)));

    private ThrottlingForm() {}
}
