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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a {@link Misconfiguration} stands in a file: as the mistake, or as a mapping with more about it. */
final class MisconfigurationForm {

    private static final Form<Misconfiguration> MISTAKE =
            WordForm.of(List.of(Mistake.values()), Mistake::word).as(Misconfiguration::of, Misconfiguration::mistake);

    private static final Form<Misconfiguration> FULL = ObjectForm.choosing("a misconfiguration", keys());

    static final Form<Misconfiguration> FORM = OneOf.way(
                    MISTAKE,
                    (Misconfiguration m) -> m.value().isEmpty()
                            && m.port().isEmpty()
                            && m.issuer().isEmpty())
            .or(FULL);

    private MisconfigurationForm() {}

    private static Keys<Misconfiguration> keys() {
        Keys<Misconfiguration> keys = new Keys<Misconfiguration>()
                .with(named(
                        Mistake.WRONG_HOST,
                        Misconfiguration::wrongHost,
                        m -> m.value().orElse(null),
                        "the host name set instead"))
                .choice(
                        Mistake.WRONG_PORT.word(),
                        Scalars.wholeInt(1, 65_535),
                        m -> m.mistake() == Mistake.WRONG_PORT && m.port().isPresent()
                                ? m.port().getAsInt()
                                : null,
                        Misconfiguration::wrongPort,
                        "the port set instead")
                .with(named(
                        Mistake.WRONG_REGION,
                        Misconfiguration::wrongRegion,
                        m -> m.value().orElse(null),
                        "the Region set instead"))
                .with(named(
                        Mistake.SWAPPED_ENDPOINTS,
                        Misconfiguration::swappedWith,
                        MisconfigurationForm::endpoint,
                        "the endpoint set instead, HOST or HOST:PORT"))
                .with(named(
                        Mistake.OTHER_ADDRESSES,
                        text -> Misconfiguration.resolvesTo(text.split(",")),
                        m -> m.value().orElse(null),
                        "the addresses that the name resolves to, with commas"));
        Arrays.stream(Mistake.values()).filter(Mistake::takesIssuer).forEach(mistake -> keys.with(issued(mistake)));
        return keys;
    }

    private static Key<Misconfiguration, String> named(
            Mistake mistake,
            Function<String, Misconfiguration> maker,
            Key.Getter<Misconfiguration, String> value,
            String doc) {
        return Key.choice(mistake.word(), Scalars.TEXT, m -> m.mistake() == mistake ? value.of(m) : null, maker, doc);
    }

    private static Key<Misconfiguration, ?> issued(Mistake mistake) {
        return Key.choice(
                mistake.word(),
                IssuerForm.FORM,
                m -> m.mistake() == mistake ? m.issuer().orElse(null) : null,
                issuer -> Misconfiguration.of(mistake, issuer),
                "who issues the server's certificate, whom the client must trust");
    }

    private static @Nullable String endpoint(Misconfiguration swapped) {
        String port = swapped.port().isPresent() ? ":" + swapped.port().getAsInt() : "";
        return swapped.value().map(host -> host + port).orElse(null);
    }
}
