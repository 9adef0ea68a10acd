package dev.chaos4j.scenario;

import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import java.util.List;
import java.util.function.Function;

/** How a {@link Misconfiguration} stands in a file: as the mistake, or as a mapping with the wrong value too. */
final class MisconfigurationForm {

    private static final Form<Misconfiguration> MISTAKE =
            WordForm.of(List.of(Mistake.values()), Mistake::word).as(Misconfiguration::of, Misconfiguration::mistake);

    private static final Form<Misconfiguration> FULL = ObjectForm.choosing(
            "a misconfiguration",
            new Keys<Misconfiguration>()
                    .with(named(Mistake.WRONG_HOST, Misconfiguration::wrongHost, "the host name set instead"))
                    .choice(
                            Mistake.WRONG_PORT.word(),
                            Scalars.wholeInt(1, 65_535),
                            m -> m.port().isPresent() ? m.port().getAsInt() : null,
                            Misconfiguration::wrongPort,
                            "the port set instead")
                    .with(named(Mistake.WRONG_REGION, Misconfiguration::wrongRegion, "the Region set instead")));

    static final Form<Misconfiguration> FORM = OneOf.way(
                    MISTAKE,
                    (Misconfiguration m) -> m.value().isEmpty() && m.port().isEmpty())
            .or(FULL);

    private MisconfigurationForm() {}

    private static Key<Misconfiguration, String> named(
            Mistake mistake, Function<String, Misconfiguration> maker, String doc) {
        return Key.choice(
                mistake.word(),
                Scalars.TEXT,
                m -> m.mistake() == mistake ? m.value().orElse(null) : null,
                maker,
                doc);
    }
}
