package dev.chaos4j.internal.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Looks through the events of a text before its tree is built, and stops at what would make that tree too deep, too
 * large once its aliases are followed, or endless.
 */
final class Guard {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NODES = 20_000;

    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int documents;

    Guard(Problems problems) {
        this.problems = problems;
    }

    boolean admits(String text, LoadSettings settings) {
        open.push(new Open(null, false));
        for (Event event : new Parse(settings).parseString(text)) {
            Problem problem = problemOf(event);
            if (problem != null) {
                problems.add(problem);
                return false;
            }
        }
        return true;
    }

    private @Nullable Problem problemOf(Event event) {
        return switch (event.getEventId()) {
            case DocumentStart -> ++documents > 1 ? secondDocument((DocumentStartEvent) event) : null;
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> end(event);
            case Alias -> alias((AliasEvent) event);
            default -> null;
        };
    }

    private Problem secondDocument(DocumentStartEvent event) {
        return problem(event, "A second document begins here", "---", "one document in a file");
    }

    private @Nullable Problem scalar(ScalarEvent event) {
        Problem tagged = tagged(event, event.getTag());
        return tagged != null ? tagged : grow(event, event.getAnchor().orElse(null), 1);
    }

    private @Nullable Problem start(CollectionStartEvent event) {
        if (open.size() > MAX_DEPTH) {
            return problem(
                    event, "The nesting is too deep here", open.size() + " levels", "at most " + MAX_DEPTH + " levels");
        }
        if (open.element().expectsKey()) {
            return problem(event, "A key must be a text", "a list or mapping", "a text");
        }
        open.push(new Open(event.getAnchor().orElse(null), event instanceof MappingStartEvent));
        return tagged(event, event.getTag());
    }

    private @Nullable Problem end(Event event) {
        Open closed = open.pop();
        return grow(event, closed.anchor, closed.size);
    }

    private @Nullable Problem alias(AliasEvent event) {
        Anchor anchor = event.getAlias();
        if (open.stream().anyMatch(outer -> anchor.equals(outer.anchor))) {
            return problem(
                    event,
                    "'*" + anchor + "' stands inside of what it refers to",
                    "*" + anchor,
                    "an alias of something else");
        }
        Integer size = sizes.get(anchor);
        if (size == null) {
            return problem(
                    event,
                    "There is no '&" + anchor + "' before '*" + anchor + "'",
                    "*" + anchor,
                    "an alias of an anchor above; a text that begins with * stands in quotes");
        }
        return grow(event, null, size);
    }

    private @Nullable Problem grow(Event event, @Nullable Anchor anchor, int size) {
        if (anchor != null) {
            sizes.put(anchor, size);
        }
        Open outer = open.element();
        outer.children++;
        outer.size += size;
        return outer.size <= MAX_NODES
                ? null
                : problem(
                        event,
                        "The text is too large here, with its aliases followed",
                        outer.size + " values",
                        "at most " + MAX_NODES + " values");
    }

    private static @Nullable Problem tagged(NodeEvent event, Optional<String> tag) {
        return tag.map(name -> problem(event, "Tags have no meaning here", Part.quoted(name), "values without tags"))
                .orElse(null);
    }

    private static Problem problem(Event event, String text, String found, String allowed) {
        Position at = event.getStartMark().map(Position::of).orElse(Position.WHOLE);
        return new Problem(at, text, found, allowed, null);
    }

    /** A list or mapping whose end has not come. */
    private static final class Open {
        private final @Nullable Anchor anchor;
        private final boolean mapping;
        private int children;
        private int size = 1;

        Open(@Nullable Anchor anchor, boolean mapping) {
            this.anchor = anchor;
            this.mapping = mapping;
        }

        boolean expectsKey() {
            return mapping && children % 2 == 0;
        }
    }
}
