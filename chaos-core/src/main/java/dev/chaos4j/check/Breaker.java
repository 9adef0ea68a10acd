package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.PatternInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One circuit breaker as the journal shows it: its settings, its changes of state, and the attempts it guards.
 */
final class Breaker {

    static final String PATTERN = "circuit-breaker";

    private static final Set<String> OPEN = Set.of("OPEN", "FORCED_OPEN");

    private final String name;
    private final @Nullable PatternInstance instance;
    private final List<PatternEvent> events;
    private final List<Attempt> guarded;

    private Breaker(String name, @Nullable PatternInstance instance, List<PatternEvent> events, List<Attempt> guarded) {
        this.name = name;
        this.instance = instance;
        this.events = events;
        this.guarded = guarded;
    }

    /** The breakers that guard an attempt which a fault met. */
    static List<Breaker> met(Recording recording) {
        Map<String, List<PatternEvent>> events = new LinkedHashMap<>();
        recording.instances(PATTERN).forEach(instance -> events.put(instance.name(), new ArrayList<>()));
        recording.events(PATTERN).forEach(event -> events.computeIfAbsent(event.name(), any -> new ArrayList<>())
                .add(event));
        Guard guard = Guard.of(recording, events);
        return events.entrySet().stream()
                .map(each -> of(recording, each.getKey(), each.getValue(), guard.attempts(each.getKey())))
                .filter(breaker -> breaker.guarded.stream().anyMatch(Attempt::injected))
                .toList();
    }

    private static Breaker of(Recording recording, String name, List<PatternEvent> events, List<Attempt> guarded) {
        PatternInstance instance = recording.instances(PATTERN).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        return new Breaker(name, instance, events, guarded);
    }

    String name() {
        return name;
    }

    List<Attempt> guarded() {
        return guarded;
    }

    /** For messages: the library, the pattern and the name. */
    String describe() {
        return instance == null ? PATTERN + " '" + name + "'" : instance.describe();
    }

    OptionalLong setting(String setting) {
        return instance == null ? OptionalLong.empty() : instance.number(setting);
    }

    /** How long it stays open: as declared, else as seen in its settings. */
    Optional<Threshold> openFor(Limits limits) {
        Optional<Threshold> declared = limits.time(Limits.Name.BREAKER_OPEN_FOR)
                .map(wait -> Threshold.atLeast(Numbers.millis(Durations.nanos(wait)), "ms", "declared"));
        OptionalLong seen = setting("waitDurationInOpenStateMillis");
        return declared.or(() -> seen.isPresent()
                ? Optional.of(Threshold.atLeast((double) seen.getAsLong(), "ms", describe()))
                : Optional.empty());
    }

    /** The place in the journal of the first injection that an attempt it guards met. */
    long firstInjection() {
        return guarded.stream()
                .flatMap(attempt -> attempt.injections().stream())
                .mapToLong(injected -> injected.sequence())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The times it was open, from the first injection on. */
    List<Opening> openings() {
        List<Opening> openings = new ArrayList<>();
        PatternEvent opened = null;
        for (PatternEvent event : events) {
            String state = stateAfter(event);
            if (opened == null && OPEN.contains(state) && event.sequence() > firstInjection()) {
                opened = event;
            } else if (opened != null && !state.isEmpty() && !OPEN.contains(state)) {
                openings.add(new Opening(opened, event));
                opened = null;
            }
        }
        if (opened != null) {
            openings.add(new Opening(opened, null));
        }
        return openings;
    }

    /** The first time it closed after this place in the journal, by its own doing or somebody else's. */
    Optional<PatternEvent> closedAfter(long sequence) {
        return events.stream()
                .filter(event ->
                        event.sequence() > sequence && stateAfter(event).equals("CLOSED"))
                .findFirst();
    }

    /** Whether a breaker goes from one state to this one by itself; a reset and a jump are somebody's doing. */
    static boolean isByItself(PatternEvent change) {
        return change.detail().equals("HALF_OPEN->CLOSED") || change.detail().equals("OPEN->HALF_OPEN");
    }

    /** Its state at the end of the journal, as far as changes tell. */
    String state() {
        String state = "CLOSED";
        for (PatternEvent event : events) {
            String after = stateAfter(event);
            state = after.isEmpty() ? state : after;
        }
        return state;
    }

    /** Calls that it rejected while it was open. */
    List<PatternEvent> rejections(Opening opening) {
        return events.stream()
                .filter(event -> Trouble.isRejection(event) && opening.covers(event.sequence()))
                .toList();
    }

    private static String stateAfter(PatternEvent event) {
        if (event.event().equals("reset")) {
            return "CLOSED";
        }
        int arrow = event.detail().indexOf("->");
        return event.event().equals("state-transition") && arrow >= 0
                ? event.detail().substring(arrow + 2)
                : "";
    }

    /**
     * A time when it was open.
     *
     * @param opened the change to open
     * @param left the change to another state, or null if it was still open at the end of the journal
     */
    record Opening(PatternEvent opened, @Nullable PatternEvent left) {
        boolean covers(long sequence) {
            return sequence > opened.sequence() && (left == null || sequence < left.sequence());
        }

        /** Whether somebody forced it open, so that it did not open by itself. */
        boolean forced() {
            return stateAfter(opened).equals("FORCED_OPEN");
        }

        long nanosUntil(long now) {
            return (left == null ? now : left.nanos()) - opened.nanos();
        }
    }
}
