package dev.chaos4j.examples.storefront.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the customers of one stretch of time went through.
 *
 * @param visits each request that ended in it
 */
public record LoadReport(List<Visit> visits) {
    /** Keeps a copy of the list. */
    public LoadReport {
        visits = List.copyOf(visits);
    }

    /** Only the pages, or only the orders. */
    public LoadReport of(Visit.Kind kind) {
        return new LoadReport(
                visits.stream().filter(visit -> visit.kind() == kind).toList());
    }

    /** Only those that were due from {@code from} on and before {@code to}, counted from the start of the load. */
    public LoadReport between(Duration from, Duration to) {
        return new LoadReport(visits.stream()
                .filter(visit ->
                        visit.start().compareTo(from) >= 0 && visit.start().compareTo(to) < 0)
                .toList());
    }

    /** How many ended in each way. */
    public Map<Outcome, Integer> outcomes() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        visits.forEach(visit -> counts.merge(visit.outcome(), 1, Integer::sum));
        return counts;
    }

    /** The share of errors, from 0.0 to 1.0; 0.0 if there was no visit. */
    public double errorShare() {
        long errors = visits.stream().filter(visit -> visit.outcome().isError()).count();
        return visits.isEmpty() ? 0 : (double) errors / visits.size();
    }

    /**
     * The time within which the given share of the requests ended; zero if there was none.
     *
     * @param share above 0.0, up to 1.0, such as 0.99
     */
    public Duration percentile(double share) {
        if (visits.isEmpty()) {
            return Duration.ZERO;
        }
        long[] nanos =
                visits.stream().mapToLong(visit -> visit.took().toNanos()).toArray();
        Arrays.sort(nanos);
        int rank = (int) Math.ceil(nanos.length * share);
        return Duration.ofNanos(nanos[Math.max(rank, 1) - 1]);
    }
}
