package dev.chaos4j.scenario;

import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.LazyForm;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.OneOf;
import dev.chaos4j.internal.yaml.Scalars;
import dev.chaos4j.internal.yaml.WordForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@link Failure} stands in a file: as a network error, as an exception class, or as a mapping with more. */
final class FailureForm {

    private static final WordForm<NetworkError> NETWORK =
            WordForm.of(List.of(NetworkError.values()), NetworkError::word);
    private static final Form<String> CLASS_NAME = className("[^.]\\.");

    private static final Form<Failure> FULL = ObjectForm.choosing(
            "a failure",
            new Keys<Failure>()
                    .choice(
                            "type",
                            className("\\S"),
                            FailureForm::typeName,
                            Failure::named,
                            "the full name of the exception's class")
                    .choice(
                            "network",
                            NETWORK,
                            f -> f.network().orElse(null),
                            Failure::network,
                            "what the network does; the client sees its own exception for it")
                    .optional(
                            "message",
                            Scalars.ANY_TEXT,
                            FailureForm::ownMessage,
                            Failure::message,
                            "the exception's message")
                    .optional(
                            "cause",
                            new LazyForm<>(FailureForm::form),
                            f -> f.cause().orElse(null),
                            Failure::cause,
                            "the exception's cause, itself a failure"));

    static final Form<Failure> FORM = OneOf.way(
                    NETWORK.as(Failure::network, (Failure f) -> f.network().orElseThrow()),
                    (Failure f) -> isBare(f) && f.network().isPresent())
            .or(CLASS_NAME.as(Failure::named, Failure::typeName), f -> isBare(f) && !f.isSupplied() && hasPackage(f))
            .or(FULL);

    /** A lost reply is written as what the caller gets instead. */
    static final Form<LostReply> LOST_REPLY = FORM.as(LostReply::as, LostReply::failure);

    private FailureForm() {}

    private static Form<Failure> form() {
        return FORM;
    }

    private static Form<String> className(String sign) {
        return Scalars.text(
                "the full name of an exception class, for example java.io.IOException", sign, t -> t, t -> t);
    }

    private static boolean isBare(Failure failure) {
        return ownMessage(failure) == null && failure.cause().isEmpty();
    }

    private static boolean hasPackage(Failure failure) {
        return failure.typeName().indexOf('.') > 0;
    }

    private static @Nullable String ownMessage(Failure failure) {
        String usual = failure.network().map(NetworkError::message).orElse(null);
        return failure.message().filter(message -> !message.equals(usual)).orElse(null);
    }

    private static @Nullable String typeName(Failure failure) {
        if (failure.isSupplied()) {
            throw new NotWritableException(
                    "its exception comes from a supplier; name a class instead, with Failure.of(Class) or Failure.named");
        }
        return failure.network().isPresent() ? null : failure.typeName();
    }
}
