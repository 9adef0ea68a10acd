package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What of an attempt says where it goes, and what says what it does there. */
final class Places {

    private static final Set<String> PLACE = Set.of("scheme", "host", "port", "region", "bucket", "class");

    /** Attributes that say whom an attempt asks. */
    private static final Set<String> WHOM = Set.of("host", "port", "service", "class");

    private Places() {}

    /** What an attempt does, wherever it goes. */
    static Map<String, String> operation(Attempt attempt) {
        Map<String, String> what = new TreeMap<>(attempt.start().attributes());
        what.keySet().removeAll(PLACE);
        what.put("kind", attempt.start().kind());
        return what;
    }

    /** Whom an attempt asks, whatever it does there. */
    static Map<String, String> dependency(Attempt attempt) {
        Map<String, String> whom = new TreeMap<>(attempt.start().attributes());
        whom.keySet().retainAll(WHOM);
        whom.put("kind", attempt.start().kind());
        return whom;
    }
}
