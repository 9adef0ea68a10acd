package dev.chaos4j.agent.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Where the commands print: results on standard output, failures on standard error; in JSON everything on standard
 * output.
 */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean json;

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void useJson(boolean use) {
        json = use;
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** Prints what an agent, or a command, has written for this format already. */
    void print(int exitCode, String text) {
        boolean result = exitCode == ExitCode.OK || exitCode == ExitCode.NO_MATCH;
        PrintWriter where = result || json ? out : err;
        where.println(text.stripTrailing());
        where.flush();
    }

    int printFailure(Failure failure) {
        print(failure.exitCode(), failure.render(json));
        return failure.exitCode();
    }

    static String asJson(JsonContent content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            content.writeTo(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    interface JsonContent {
        void writeTo(JsonGenerator generator) throws IOException;
    }
}
