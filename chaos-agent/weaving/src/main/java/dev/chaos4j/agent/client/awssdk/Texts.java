package dev.chaos4j.agent.client.awssdk;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text as documents hold it. */
final class Texts {

    private Texts() {}

    /** The text between two tags. */
    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text between two quotation marks. */
    static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
