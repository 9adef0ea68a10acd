package dev.chaos4j.agent.standalone;

import dev.chaos4j.agent.control.Failure;
import dev.chaos4j.agent.control.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How replies are written: text for people or JSON for programs. */
enum Format {
    TEXT,
    JSON;

    static Format of(Request request) {
        return request.option("format").orElse("text").equals("json") ? JSON : TEXT;
    }

    /** The state, after sentences about what was done or is to be known. */
    void write(OutputStream reply, @Nullable Rehearsal rehearsal, String... sentences) throws IOException {
        List<String> notices =
                List.of(sentences).stream().filter(text -> !text.isEmpty()).toList();
        write(reply, this == JSON ? StatusJson.of(rehearsal, notices) : StatusText.of(rehearsal, notices));
    }

    int write(OutputStream reply, Failure failure) throws IOException {
        write(reply, failure.render(this == JSON));
        return failure.exitCode();
    }

    static void write(OutputStream reply, String text) throws IOException {
        reply.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
