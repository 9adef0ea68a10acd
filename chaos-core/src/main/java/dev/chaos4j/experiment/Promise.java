package dev.chaos4j.experiment;

import dev.chaos4j.check.Check;
import dev.chaos4j.check.CheckResult;
import dev.chaos4j.check.Checks;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the system promises for a part of its calls: checks, and the limits they use.
 *
 * @param selection as {@link Recording#select} takes it, or null for all calls
 */
record Promise(@Nullable String selection, Limits limits, List<Check> checks) {

    static Promise of(@Nullable String selection, Limits limits, String... ids) {
        if (ids.length == 0) {
            throw new IllegalArgumentException("A promise needs at least one check, for example RT1; there are "
                    + Checks.all().stream().map(Check::id).toList());
        }
        return new Promise(
                selection, limits, List.of(ids).stream().map(Checks::of).toList());
    }

    List<CheckResult> evaluate(Recording recording) {
        Recording part = (selection == null ? recording : recording.select(selection)).declaring(limits);
        return checks.stream().map(check -> check.evaluate(part)).toList();
    }
}
