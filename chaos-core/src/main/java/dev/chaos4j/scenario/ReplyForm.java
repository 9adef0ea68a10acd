package dev.chaos4j.scenario;

import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.yaml.AnyForm;
import dev.chaos4j.internal.yaml.Form;
import dev.chaos4j.internal.yaml.Keys;
import dev.chaos4j.internal.yaml.MapForm;
import dev.chaos4j.internal.yaml.NotWritableException;
import dev.chaos4j.internal.yaml.ObjectForm;
import dev.chaos4j.internal.yaml.Scalars;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link Reply} stands in a file: as a protocol answer with a status, or as a value. */
final class ReplyForm {

    static final Form<Reply> FORM = ObjectForm.choosing(
            "a reply",
            new Keys<Reply>()
                    .choice(
                            "status",
                            Scalars.wholeInt(100, 599),
                            reply -> reply.isProtocol() ? reply.status() : null,
                            Reply::status,
                            "the status of a protocol answer, for HTTP from 100 to 599")
                    .choice(
                            "value",
                            AnyForm.FORM,
                            ReplyForm::held,
                            held -> Reply.value(held.value()),
                            "what a method returns")
                    .optional(
                            "code",
                            Scalars.TEXT,
                            reply -> reply.code().orElse(null),
                            Reply::code,
                            "with 'status': the service's error code, for example SlowDown")
                    .optional(
                            "headers",
                            new MapForm<>(Scalars.TEXT, Scalars.ANY_TEXT, "header names to contents"),
                            reply -> reply.headers().isEmpty() ? null : reply.headers(),
                            ReplyForm::withHeaders,
                            "with 'status': the headers of the answer")
                    .optional(
                            "body",
                            Scalars.ANY_TEXT,
                            ReplyForm::textBody,
                            Reply::body,
                            "with 'status': the body of the answer, sent as UTF-8")
                    .optional(
                            "body-base64",
                            Scalars.text("bytes in Base64"),
                            ReplyForm::binaryBody,
                            ReplyForm::withBinaryBody,
                            "instead of 'body': bytes in Base64"));

    private ReplyForm() {}

    private static AnyForm.@Nullable Held held(Reply reply) {
        if (reply.isSupplied()) {
            throw new NotWritableException("its answer comes from a supplier; use Reply.value(...)");
        }
        return reply.isProtocol() ? null : new AnyForm.Held(reply.value());
    }

    private static Reply withHeaders(Reply reply, Map<String, String> headers) {
        Reply answer = reply;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Reply withBinaryBody(Reply reply, String base64) {
        if (reply.body().isPresent()) {
            throw new IllegalArgumentException("A reply has one body; give either 'body' or 'body-base64'");
        }
        try {
            return reply.body(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("The body is not Base64: " + notBase64.getMessage(), notBase64);
        }
    }

    private static @Nullable String textBody(Reply reply) {
        return reply.body().map(ReplyForm::decoded).orElse(null);
    }

    private static @Nullable String binaryBody(Reply reply) {
        return reply.body()
                .filter(bytes -> decoded(bytes) == null)
                .map(Base64.getEncoder()::encodeToString)
                .orElse(null);
    }

    private static @Nullable String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
