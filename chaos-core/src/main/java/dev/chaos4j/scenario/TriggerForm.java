package dev.chaos4j.scenario;

import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Key;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.LazyForm;
import dev.chaos4j.internal.yaml.ListForm;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import dev.chaos4j.trigger.Calls;
import dev.chaos4j.trigger.Caused;
import dev.chaos4j.trigger.Combined;
import dev.chaos4j.trigger.Every;
import dev.chaos4j.trigger.Rate;
import dev.chaos4j.trigger.Timed;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** How a {@link Trigger} stands in a file: as the word always, or as a mapping with one condition. */
final class TriggerForm {

    private static final Form<Long> COUNT = Scalars.whole(1, Long.MAX_VALUE - 1);

    private static final Key<Calls, Long> FIRST_CALL =
            Key.required("from", COUNT, Calls::from, "the first call, counted from 1");
    private static final Key<Calls, Long> LAST_CALL = Key.required("to", COUNT, Calls::to, "the last call");
    private static final Form<Calls> CALLS = ObjectForm.of(
            "a range of calls",
            Keys.of(FIRST_CALL, LAST_CALL),
            at -> new Calls(at.need(FIRST_CALL), at.need(LAST_CALL)));

    private static final Key<Timed, Duration> FROM =
            Key.required("from", Scalars.DURATION, Timed::from, "its start, counted from arming");
    private static final Key<Timed, Duration> TO =
            Key.required("to", Scalars.DURATION, Timed::to, "its end, counted from arming");
    private static final Form<Timed> WINDOW =
            ObjectForm.of("a window", Keys.of(FROM, TO), at -> new Timed(at.need(FROM), at.need(TO)));

    private static final Key<Caused, String> FAULT =
            Key.required("fault", FaultNames.ANY.reference(), Caused::faultName, "the name of the other fault");
    private static final Key<Caused, Long> TIMES =
            Key.optional("times", COUNT, Caused::times, "how often it must have fired; 1 if left out");
    private static final Form<Caused> WHEN_FIRED =
            ObjectForm.of("a cause", Keys.of(FAULT, TIMES), at -> new Caused(at.need(FAULT), at.or(TIMES, 1L)));

    private static final Form<Trigger> FULL = ObjectForm.choosing(
                    "a trigger",
                    new Keys<Trigger>()
                            .choice("first", COUNT, TriggerForm::first, Trigger::first, "the first n operations")
                            .choice("after", COUNT, TriggerForm::after, Trigger::after, "all but the first n")
                            .choice(
                                    "every",
                                    COUNT,
                                    t -> t instanceof Every every ? every.n() : null,
                                    Trigger::everyNth,
                                    "every nth operation")
                            .choice("calls", CALLS, TriggerForm::between, calls -> calls, "from one call to another")
                            .choice(
                                    "rate",
                                    Scalars.number("a probability from 0.0 to 1.0", Map.of("minimum", 0, "maximum", 1)),
                                    t -> t instanceof Rate rate ? rate.rate() : null,
                                    Trigger::rate,
                                    "a share of the operations, decided by dice")
                            .choice(
                                    "window",
                                    WINDOW,
                                    t -> t instanceof Timed window ? window : null,
                                    window -> window,
                                    "only in a window of time after arming")
                            .choice(
                                    "when-fired",
                                    WHEN_FIRED,
                                    t -> t instanceof Caused caused ? caused : null,
                                    caused -> caused,
                                    "once another fault has fired so often")
                            .with(joined("all-of", true, Trigger::and, "when each of them fires"))
                            .with(joined("any-of", false, Trigger::or, "when one of them fires"))
                            .optional(
                                    "seed",
                                    Scalars.whole(),
                                    TriggerForm::seed,
                                    TriggerForm::withSeed,
                                    "with 'rate': a seed of its own, instead of the scenario's"))
            .hinting("; join two with 'all-of' or 'any-of'")
            .as(trigger -> trigger, TriggerForm::writable);

    static final Form<Trigger> FORM = OneOf.<Trigger>way(
                    WordForm.of("always", Trigger.always()), trigger -> trigger.equals(Trigger.always()))
            .or(FULL);

    private TriggerForm() {}

    private static Form<Trigger> form() {
        return FORM;
    }

    private static Key<Trigger, List<Trigger>> joined(
            String name, boolean both, BinaryOperator<Trigger> join, String doc) {
        return Key.choice(
                name,
                new ListForm<>(new LazyForm<>(TriggerForm::form), "triggers", 2),
                trigger -> trigger instanceof Combined pair && pair.both() == both ? members(pair) : null,
                triggers -> triggers.stream().reduce(join).orElseThrow(),
                doc);
    }

    /** Undoes the joining from left to right. */
    private static List<Trigger> members(Combined pair) {
        List<Trigger> members = new ArrayList<>();
        Trigger left = pair.left();
        if (left instanceof Combined inner && inner.both() == pair.both()) {
            members.addAll(members(inner));
        } else {
            members.add(left);
        }
        members.add(pair.right());
        return members;
    }

    private static @Nullable Long first(Trigger trigger) {
        return trigger instanceof Calls calls && calls.from() == 1 ? calls.to() : null;
    }

    private static @Nullable Long after(Trigger trigger) {
        return trigger instanceof Calls calls && calls.from() > 1 && calls.to() == Long.MAX_VALUE
                ? calls.from() - 1
                : null;
    }

    private static @Nullable Calls between(Trigger trigger) {
        return trigger instanceof Calls calls && first(calls) == null && after(calls) == null ? calls : null;
    }

    private static @Nullable Long seed(Trigger trigger) {
        return trigger instanceof Rate rate && rate.seed().isPresent()
                ? rate.seed().getAsLong()
                : null;
    }

    private static Trigger withSeed(Trigger trigger, long seed) {
        if (trigger instanceof Rate rate) {
            return rate.seed(seed);
        }
        throw new IllegalArgumentException("Only a rate throws dice, so 'seed' stands beside 'rate' alone");
    }

    private static Trigger writable(Trigger trigger) {
        boolean known = trigger instanceof Calls
                || trigger instanceof Every
                || trigger instanceof Rate
                || trigger instanceof Timed
                || trigger instanceof Caused
                || trigger instanceof Combined;
        if (!known) {
            throw new NotWritableException("its trigger '" + trigger.describe() + "' asks code; use a rate, a count, a"
                    + " window or another fault as its condition");
        }
        return trigger;
    }
}
