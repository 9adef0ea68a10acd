package dev.chaos4j.scenario;

import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.BrokenStream.How;
import dev.chaos4j.fault.Direction;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.Scalars;
import java.util.function.LongFunction;

/** How a {@link BrokenStream} stands in a file: how it breaks, and after how many bytes. */
final class BrokenStreamForm {

    static final Form<BrokenStream> FORM = ObjectForm.choosing(
            "a broken stream",
            new Keys<BrokenStream>()
                    .with(after(
                            How.RESET, "reset-after", BrokenStream::resetAfter, "bytes, then both sides see a reset"))
                    .with(after(How.END, "end-after", BrokenStream::endAfter, "bytes, then the stream ends"))
                    .with(after(How.STALL, "stall-after", BrokenStream::stallAfter, "bytes, then nothing comes"))
                    .optional(
                            "direction",
                            BandwidthForm.DIRECTION,
                            broken -> broken.direction() == Direction.ANSWERS ? null : broken.direction(),
                            BrokenStream::towards,
                            "which stream breaks; that of answers if left out"));

    private BrokenStreamForm() {}

    private static Key<BrokenStream, Long> after(How how, String name, LongFunction<BrokenStream> maker, String doc) {
        return Key.choice(
                name,
                Scalars.whole(0, Long.MAX_VALUE),
                broken -> broken.how() == how ? broken.after() : null,
                maker::apply,
                doc);
    }
}
