package dev.chaos4j.scenario;

import dev.chaos4j.fault.Hang;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;

/** How a {@link Hang} stands in a file: as its longest time, or as the words that it has none. */
final class HangForm {

    static final Form<Hang> FORM = OneOf.<Hang>way(
                    WordForm.of("until-released", Hang.untilReleased()),
                    hang -> hang.limit().isEmpty())
            .or(Scalars.DURATION.as(Hang::atMost, hang -> hang.limit().orElseThrow()));

    private HangForm() {}
}
