package dev.chaos4j.scenario;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Corruption.How;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import java.util.List;
import java.util.Map;

/** How a {@link Corruption} stands in a file: as a word, or as a mapping that says how much. */
final class CorruptionForm {

    private static final Form<Corruption> WORD = WordForm.of(
                    List.of(How.TO_NULL, How.TO_EMPTY), how -> how == How.TO_NULL ? "to-null" : "to-empty")
            .as(how -> how == How.TO_NULL ? Corruption.toNull() : Corruption.toEmpty(), Corruption::how);

    private static final Form<Corruption> FULL = ObjectForm.choosing(
            "a corruption",
            new Keys<Corruption>()
                    .choice(
                            "truncated-to",
                            Scalars.number(
                                    "a number from 0.0 to below 1.0", Map.of("minimum", 0, "exclusiveMaximum", 1)),
                            corruption -> writable(corruption).how() == How.TRUNCATED ? corruption.amount() : null,
                            Corruption::truncated,
                            "the share of the answer that arrives")
                    .choice(
                            "bits-flipped",
                            Scalars.wholeInt(1, Integer.MAX_VALUE),
                            corruption -> corruption.how() == How.BITS_FLIPPED ? (int) corruption.amount() : null,
                            Corruption::bitsFlipped,
                            "how many bits of a text or byte array arrive flipped"));

    static final Form<Corruption> FORM = OneOf.way(
                    WORD,
                    (Corruption corruption) -> corruption.how() == How.TO_NULL || corruption.how() == How.TO_EMPTY)
            .or(FULL);

    private CorruptionForm() {}

    private static Corruption writable(Corruption corruption) {
        if (corruption.how() == How.BY_FUNCTION) {
            throw new NotWritableException("its corruption is a function; use one of the others of Corruption");
        }
        return corruption;
    }
}
