package dev.chaos4j.internal.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One YAML text that is being read: its tree, the names it defines and refers to, and what is wrong with it. Reading is
 * bounded in size, depth and aliases, so that no text makes it run long. Not thread-safe.
 */
public final class Document {

    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 256 * 1024;

    private final String text;
    private final Excerpts excerpts;
    private final Problems problems = new Problems();
    private final Names names = new Names();

    private Document(String text) {
        this.text = text;
        this.excerpts = new Excerpts(text);
    }

    /** A text to be read; a byte order mark is skipped. */
    public static Document of(String text) {
        return new Document(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Reads the text as this form says; empty if anything is wrong, see {@link #problems()}. */
    public <T> Optional<T> read(Form<T> form) {
        Part root = root();
        T value = root == null ? null : form.read(root);
        if (root != null) {
            names.check(problems);
        }
        return problems.isEmpty() ? Optional.ofNullable(value) : Optional.empty();
    }

    private @Nullable Part root() {
        if (text.length() > MAX_LENGTH) {
            problems.add(new Problem(
                    Position.WHOLE,
                    "The text is too long",
                    text.length() + " characters",
                    "at most " + MAX_LENGTH + " characters",
                    null));
            return null;
        }
        return Syntax.guarded(text, problems, this::compose);
    }

    private @Nullable Part compose() {
        LoadSettings settings = settings();
        if (!new Guard(problems).admits(text, settings)) {
            return null;
        }
        Node root = new Compose(settings).composeString(text).orElse(null);
        if (root == null) {
            problems.add(new Problem(Position.WHOLE, "The text is empty", "nothing", "one YAML document", null));
            return null;
        }
        return Part.root(this, root);
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setVersionFunction(version -> version)
                .build();
    }

    /** What is wrong, in the order of the text; empty if nothing is. */
    public List<Problem> problems() {
        return problems.inOrder();
    }

    /** The line at a position with a mark under the column; empty for the text as a whole. */
    public String excerpt(Position position) {
        return excerpts.at(position);
    }

    Names names() {
        return names;
    }

    void report(Problem problem) {
        problems.add(problem);
    }
}
