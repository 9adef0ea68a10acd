package dev.chaos4j.journal;

import dev.chaos4j.journal.Entry.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal on a clock that only the test moves, with short words for what a test plays. Thread-safe. */
public final class ScriptedJournal implements Journal {

    private final int capacity;
    private final List<Entry> entries = new ArrayList<>();
    private long sequence;
    private long now;
    private long ids;

    public ScriptedJournal() {
        this(Integer.MAX_VALUE);
    }

    public ScriptedJournal(int capacity) {
        this.capacity = capacity;
    }

    public synchronized ScriptedJournal pass(Duration time) {
        now += time.toNanos();
        return this;
    }

    public long call(String name) {
        return call(name, 0);
    }

    public synchronized long call(String name, long parent) {
        long call = ++ids;
        record((s, t) -> new Entry.CallStarted(s, t, call, parent, name, null, null, "main"));
        return call;
    }

    public void returned(long call) {
        record((s, t) -> new Entry.CallEnded(s, t, call, Ending.OK, null));
    }

    public void threw(long call, String error) {
        record((s, t) -> new Entry.CallEnded(s, t, call, Ending.FAILED, error));
    }

    public long attempt(long call, String host) {
        return attempt(call, "http", "Http#send", Map.of("host", host, "path", "/" + call));
    }

    public synchronized long attempt(long call, String kind, String point, Map<String, String> attributes) {
        long attempt = ++ids;
        record((s, t) -> new Entry.AttemptStarted(s, t, attempt, call, kind, point, attributes, "main"));
        return attempt;
    }

    public void ok(long attempt) {
        record((s, t) -> new Entry.AttemptEnded(s, t, attempt, Ending.OK, null));
    }

    public void failed(long attempt, String error) {
        ended(attempt, Ending.FAILED, error);
    }

    public void ended(long attempt, Ending ending, @Nullable String error) {
        record((s, t) -> new Entry.AttemptEnded(s, t, attempt, ending, error));
    }

    public void injected(long attempt, long call, String fault, String decision) {
        record((s, t) -> new Entry.Injected(s, t, attempt, call, fault, decision, "BEFORE", "Http#send", s));
    }

    /** Takes back what was recorded last, an injection. */
    public synchronized void notApplied(String why) {
        Entry.Injected last = (Entry.Injected) entries.get(entries.size() - 1);
        record((s, t) -> new Entry.NotApplied(s, t, last.sequence(), last.attempt(), last.fault(), why));
    }

    /** An attempt that a fault of this name fails. */
    public void faulty(long call, String host, String fault, String decision, String error) {
        long attempt = attempt(call, host);
        injected(attempt, call, fault, decision);
        failed(attempt, error);
    }

    /** An attempt that succeeds. */
    public void healthy(long call, String host) {
        ok(attempt(call, host));
    }

    public void armed(String fault) {
        record((s, t) -> new Entry.Armed(s, t, fault, fault + " at everything, always"));
    }

    public void disarmed(String fault, long fired) {
        record((s, t) -> new Entry.Disarmed(s, t, fault, "closed", fired));
    }

    public void event(String pattern, String name, String event, String detail, long call) {
        record((s, t) -> new Entry.PatternEvent(s, t, "resilience4j", pattern, name, event, detail, call));
    }

    public void observed(PatternInstance instance) {
        event(instance.pattern(), instance.name(), PatternInstance.OBSERVED, instance.detail(), 0);
    }

    @Override
    public synchronized void record(Recorder recorder) {
        entries.add(recorder.at(++sequence, now));
        if (entries.size() > capacity) {
            entries.remove(0);
        }
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized long dropped() {
        return sequence - entries.size();
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public Registration listen(Consumer<? super Entry> listener) {
        throw new UnsupportedOperationException("no test listens to a script");
    }
}
