package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import dev.chaos4j.journal.LogicalCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What ran at the same time, along the journal. */
final class Crowd {

    private Crowd() {}

    /** How many of these ran at once when the most did, and the place in the journal where they did. */
    static Peak peak(List<Attempt> attempts) {
        List<Edge> edges = new ArrayList<>();
        attempts.forEach(attempt -> add(edges, attempt));
        edges.sort(Comparator.comparingLong(Edge::at));
        int now = 0;
        Peak peak = new Peak(0, 0);
        for (Edge edge : edges) {
            now += edge.attempts;
            peak = now > peak.most ? new Peak(now, edge.at) : peak;
        }
        return peak;
    }

    /**
     * The most calls that wanted an attempt at any moment when so many attempts ran. A call wants its attempts from its
     * beginning until the last of them has ended, even if it gave up before.
     */
    static int mostCallsBeside(int running, Recording recording) {
        List<Edge> edges = new ArrayList<>();
        recording.attempts().forEach(attempt -> add(edges, attempt));
        recording.calls().stream().filter(call -> !call.attempts().isEmpty()).forEach(call -> add(edges, call));
        edges.sort(Comparator.comparingLong(Edge::at));
        int calls = 0;
        int attempts = 0;
        int most = 0;
        for (Edge edge : edges) {
            calls += edge.calls;
            attempts += edge.attempts;
            most = attempts >= running ? Math.max(most, calls) : most;
        }
        return most;
    }

    private static void add(List<Edge> edges, Attempt attempt) {
        edges.add(new Edge(attempt.start().sequence(), 0, 1));
        edges.add(new Edge(attempt.endSequence(), 0, -1));
    }

    private static void add(List<Edge> edges, LogicalCall call) {
        long end = call.attempts().stream().mapToLong(Attempt::endSequence).reduce(call.endSequence(), Math::max);
        edges.add(new Edge(call.start().sequence(), 1, 0));
        edges.add(new Edge(end, -1, 0));
    }

    /** The most at once, and where in the journal. */
    record Peak(int most, long at) {}

    /** A place in the journal where something began or ended. */
    private record Edge(long at, int calls, int attempts) {}
}
