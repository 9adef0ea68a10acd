package dev.chaos4j.agent.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Writes each message as one line that begins with {@code chaos4j:}. Our own messages from INFO, those of libraries from
 * WARN. Thread-safe: each message is one write.
 */
final class StderrLogger extends AbstractLogger {

    private static final long serialVersionUID = 1L;

    private static final StderrWriter WRITER = StderrWriter.ofThisJvm();

    private final boolean ours;

    StderrLogger(String name) {
        this.name = name;
        this.ours = name.startsWith("dev.chaos4j");
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isTraceEnabled(Marker marker) {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled(Marker marker) {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return ours;
    }

    @Override
    public boolean isInfoEnabled(Marker marker) {
        return ours;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled(Marker marker) {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled(Marker marker) {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable error) {
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        WRITER.write(format(level, message, error));
    }

    static String format(Level level, String message, @Nullable Throwable error) {
        StringWriter text = new StringWriter();
        text.write("chaos4j: ");
        text.write(level == Level.INFO ? "" : level + ": ");
        text.write(message);
        text.write(System.lineSeparator());
        if (error != null) {
            error.printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }
}
