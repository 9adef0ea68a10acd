package dev.chaos4j.scenario;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.fault.Sequence;
import dev.chaos4j.fault.Throttling;
import dev.chaos4j.fault.WrongSetting;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.LazyForm;
import dev.chaos4j.internal.yaml.ObjectForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@link Fault} stands in a file: one key for its kind, and {@code then} for what follows. */
final class FaultForm {

    /** All kinds of faults. A new kind is one line here, and the form it names. */
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("latency", Latency.class, LatencyForm.FORM, "Delays the call, then lets it proceed."),
            new Kind<>("hang", Hang.class, HangForm.FORM, "Holds the call, at most for a time."),
            new Kind<>("failure", Failure.class, FailureForm.FORM, "The call fails before it takes effect."),
            new Kind<>("reply", Reply.class, ReplyForm.FORM, "The caller gets an answer that nobody gave."),
            new Kind<>(
                    "lost-reply",
                    LostReply.class,
                    FailureForm.LOST_REPLY,
                    "The call takes effect, its answer is lost; the caller gets this failure."),
            new Kind<>(
                    "corruption",
                    Corruption.class,
                    CorruptionForm.FORM,
                    "The call takes effect, its answer arrives damaged."),
            new Kind<>(
                    "misconfiguration",
                    Misconfiguration.class,
                    MisconfigurationForm.FORM,
                    "The client is pointed at the wrong place or has the wrong identity."),
            new Kind<>(
                    "wrong-setting",
                    WrongSetting.class,
                    WrongSettingForm.FORM,
                    "The program reads a wrong value of a setting."),
            new Kind<>(
                    "throttling",
                    Throttling.class,
                    ThrottlingForm.FORM,
                    "So many operations pass in each period, the rest is refused."),
            new Kind<>(
                    "bandwidth",
                    Bandwidth.class,
                    BandwidthForm.FORM,
                    "Bytes go slowly over the connection; at network targets."),
            new Kind<>(
                    "broken-stream",
                    BrokenStream.class,
                    BrokenStreamForm.FORM,
                    "The connection breaks after so many bytes; at network targets."));

    /** What to do instead of giving two kinds of faults. */
    static final String TWO_KINDS = "; put the second under 'then'";

    /** A fault by itself: its kind, and what follows. */
    static final ObjectForm<Fault> FORM = ObjectForm.choosing("a fault", keys()).hinting(TWO_KINDS);

    private static final ObjectForm<Outcome> OUTCOME = ObjectForm.choosing("an outcome", outcomeKeys());

    private FaultForm() {}

    /** One of the faults that settle how a call ends. */
    static Form<Outcome> outcome() {
        return OUTCOME;
    }

    private static Keys<Fault> keys() {
        Keys<Fault> keys = new Keys<>();
        KINDS.forEach(kind -> keys.with(kind.asFault()));
        return keys.optional(
                "then", new LazyForm<>(() -> FORM), FaultForm::rest, Fault::then, "what happens after that");
    }

    private static Keys<Outcome> outcomeKeys() {
        Keys<Outcome> keys = new Keys<>();
        KINDS.stream().filter(Kind::isOutcome).forEach(kind -> keys.with(kind.asOutcome()));
        return keys;
    }

    private static Fault first(Fault fault) {
        return fault instanceof Sequence sequence ? sequence.parts().get(0) : fault;
    }

    private static @Nullable Fault rest(Fault fault) {
        return fault instanceof Sequence sequence && sequence.parts().size() > 1
                ? Sequence.of(sequence.parts().stream().skip(1).toArray(Fault[]::new))
                : null;
    }

    /** One kind of fault: its word in files, its class, and how its value is written. */
    private record Kind<F extends Fault>(String word, Class<F> type, Form<F> form, String doc) {

        Key<Fault, F> asFault() {
            return Key.choice(word, form, fault -> own(first(fault)), fault -> fault, doc);
        }

        boolean isOutcome() {
            return Outcome.class.isAssignableFrom(type);
        }

        Key<Outcome, F> asOutcome() {
            return Key.choice(word, form, this::own, Outcome.class::cast, doc);
        }

        private @Nullable F own(Fault fault) {
            return type.isInstance(fault) ? type.cast(fault) : null;
        }
    }
}
