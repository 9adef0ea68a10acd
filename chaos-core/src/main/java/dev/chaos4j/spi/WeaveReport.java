package dev.chaos4j.spi;

import java.util.List;

/**
 * What was woven for one target.
 *
 * @param types the names of the types that matched
 * @param methods the signatures of the methods that matched
 * @param nearMisses what nearly matched, and why it did not
 * @param restored whether all of it has been restored
 */
public record WeaveReport(List<String> types, List<String> methods, List<NearMiss> nearMisses, boolean restored) {

    /** Copies the lists. */
    public WeaveReport {
        types = List.copyOf(types);
        methods = List.copyOf(methods);
        nearMisses = List.copyOf(nearMisses);
    }

    /** A report of nothing. */
    public static WeaveReport empty() {
        return new WeaveReport(List.of(), List.of(), List.of(), true);
    }
}
