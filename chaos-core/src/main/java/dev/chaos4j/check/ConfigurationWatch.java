package dev.chaos4j.check;

import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.session.ChaosSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What a program says of its configuration while it runs: with which settings it works from now on, and that it has
 * noticed a mistake. The program calls it, or the test does from what it can see of the program, such as its log or an
 * endpoint that shows its settings. The checks CM1 and CM2 read it; when a mistake was made they know by themselves.
 *
 * <p>Values never get into the journal: each configuration has a number there, the same for the same settings under one
 * name, also for a later watch of that name. Programs that are watched together need names of their own. Thread-safe.
 *
 * @since 0.1
 */
public final class ConfigurationWatch {

    static final String PATTERN = "configuration";
    static final String IN_FORCE = "in-force";
    static final String DETECTED = "mistake-detected";

    private static final String LIBRARY = "program";

    /** What has been in force, by name, so that a program that starts again goes on with the same numbers. */
    private static final Map<Journal, Map<String, List<Map<String, String>>>> KNOWN = new WeakHashMap<>();

    private final Journal journal;
    private final String name;

    private ConfigurationWatch(Journal journal, String name) {
        this.journal = journal;
        this.name = name;
    }

    /**
     * Begins to watch the configuration of this name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public static ConfigurationWatch in(ChaosSession session, String name) {
        return in(session.journal(), name);
    }

    /**
     * The same, with a journal.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public static ConfigurationWatch in(Journal journal, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A configuration needs a name, for example that of the program");
        }
        ConfigurationWatch watch = new ConfigurationWatch(journal, name);
        watch.record(PatternInstance.OBSERVED, "");
        return watch;
    }

    /** From now on the program works with these settings, right or wrong. Their order does not matter. */
    public void inForce(Map<String, String> settings) {
        record(IN_FORCE, "configuration " + number(settings));
    }

    /**
     * The program has noticed by itself that a setting is wrong: it refused it, a trial with it failed, or it raised an
     * alarm.
     *
     * @param what the name of the setting, or how it was noticed; never a value
     */
    public void detected(String what) {
        record(DETECTED, what);
    }

    private int number(Map<String, String> settings) {
        Map<String, String> copy = new LinkedHashMap<>(settings);
        synchronized (KNOWN) {
            List<Map<String, String>> known = KNOWN.computeIfAbsent(journal, any -> new HashMap<>())
                    .computeIfAbsent(name, any -> new ArrayList<>());
            if (!known.contains(copy)) {
                known.add(copy);
            }
            return known.indexOf(copy) + 1;
        }
    }

    private void record(String event, String detail) {
        journal.record(
                (sequence, nanos) -> new Entry.PatternEvent(sequence, nanos, LIBRARY, PATTERN, name, event, detail, 0));
    }
}
