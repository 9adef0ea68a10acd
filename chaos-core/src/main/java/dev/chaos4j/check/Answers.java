package dev.chaos4j.check;

import dev.chaos4j.journal.Journal;
import dev.chaos4j.scope.ChaosContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers that logical calls gave. The journal holds no values, so whoever wants them judged (FB2) notes them:
 *
 * <pre>{@code
 * Answers answers = Answers.in(session.journal());
 * session.call("image", () -> answers.note(shop.image("42")));
 * }</pre>
 *
 * Thread-safe.
 *
 * @since 0.1
 */
public final class Answers {

    private final Journal journal;
    private final List<Answer> all = new ArrayList<>();

    private Answers(Journal journal) {
        this.journal = journal;
    }

    /** No answers yet; their times will be the journal's. */
    public static Answers in(Journal journal) {
        return new Answers(journal);
    }

    /** Notes the answer of the logical call in whose context this runs, and returns it. */
    public <T extends @Nullable Object> T note(T value) {
        ChaosContext context = ChaosContext.current();
        note(context == null ? 0 : context.call(), value);
        return value;
    }

    /** Notes the answer of this logical call; 0 if it is unknown, then the time decides. */
    public void note(long call, @Nullable Object value) {
        synchronized (all) {
            all.add(new Answer(call, journal.nanos(), value));
        }
    }

    /** All answers noted, in order. */
    List<Answer> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** One answer. */
    record Answer(long call, long nanos, @Nullable Object value) {}
}
