package dev.chaos4j.agent.standalone;

import dev.chaos4j.agent.control.Request;
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
    String text(@Nullable Rehearsal rehearsal, String... sentences) {
        List<String> notices =
                List.of(sentences).stream().filter(text -> !text.isEmpty()).toList();
        return this == JSON ? StatusJson.of(rehearsal, notices) : StatusText.of(rehearsal, notices);
    }
}
