package dev.chaos4j.scenario;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.Direction;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import java.time.Duration;
import java.util.List;

/** How a {@link Bandwidth} stands in a file: evenly, or dripping. */
final class BandwidthForm {

    /** The way that bytes go; left out where it is the usual one. */
    static final Form<Direction> DIRECTION = WordForm.of(List.of(Direction.values()), Direction::word);

    private static final Form<Long> BYTES = Scalars.whole(1, Long.MAX_VALUE);

    private static final Key<Bandwidth, Long> AT_ONCE =
            Key.required("bytes", BYTES, Bandwidth::bytes, "how many come at once");
    private static final Key<Bandwidth, Duration> EVERY =
            Key.required("every", Scalars.DURATION, Bandwidth::every, "the pause after them");
    private static final Form<Bandwidth> DRIP =
            ObjectForm.of("a drip", Keys.of(AT_ONCE, EVERY), at -> Bandwidth.drip(at.need(AT_ONCE), at.need(EVERY)));

    static final Form<Bandwidth> FORM = ObjectForm.choosing(
            "a bandwidth",
            new Keys<Bandwidth>()
                    .choice(
                            "bytes-per-second",
                            BYTES,
                            bandwidth -> bandwidth.isDrip() ? null : bandwidth.bytes(),
                            Bandwidth::of,
                            "how many pass in a second, evenly")
                    .choice(
                            "drip",
                            DRIP,
                            bandwidth -> bandwidth.isDrip() ? bandwidth : null,
                            drip -> drip,
                            "some at once, then a pause, again and again")
                    .optional(
                            "direction",
                            DIRECTION,
                            bandwidth -> bandwidth.direction() == Direction.ANSWERS ? null : bandwidth.direction(),
                            Bandwidth::towards,
                            "which way it is slow; answers if left out"));

    private BandwidthForm() {}
}
