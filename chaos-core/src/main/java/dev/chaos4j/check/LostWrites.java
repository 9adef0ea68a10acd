package dev.chaos4j.check;

import java.util.List;
import java.util.Set;

/**
 * DL1: is every acknowledged write still there? The acknowledged keys of the {@link Ledger} minus those that could be
 * read back: none. From Rainmaker's consequence "data loss" (NSDI 2023).
 */
final class LostWrites implements Check {

    private static final Threshold NONE = Threshold.atMost(0, "", "an acknowledged write is a promise");

    @Override
    public String id() {
        return "DL1";
    }

    @Override
    public String name() {
        return "no acknowledged write is lost";
    }

    @Override
    public String remedy() {
        return "Acknowledge a write only once it is stored where it survives this fault; keep what is queued in a place "
                + "with a bound, and refuse what does not fit.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        Ledger ledger = recording.ledger().orElse(null);
        if (ledger == null || ledger.acknowledged().isEmpty()) {
            return CheckResult.vacuous(
                    this,
                    "No acknowledged write is known",
                    "Tell a Ledger of each write that the system acknowledged, and give it to the recording.");
        }
        return ledger.readable()
                .map(readable -> decide(ledger, readable))
                .orElseGet(() -> CheckResult.inconclusive(
                        this, "Nobody has read the writes back", "Call Ledger.readBack(keys) after the fault."));
    }

    private CheckResult decide(Ledger ledger, Set<String> readable) {
        Set<String> promised = ledger.promised();
        long unread = (long) ledger.acknowledged().size() - promised.size();
        List<String> lost =
                promised.stream().filter(key -> !readable.contains(key)).toList();
        CheckResult result = !lost.isEmpty() ? lost(lost, promised) : unread > 0 ? unread(unread) : kept(promised);
        return result.measuring(Measurement.against(NONE, "lost writes", lost.size()))
                .measuring(Measurement.count("acknowledged writes", promised.size()));
    }

    private CheckResult lost(List<String> lost, Set<String> promised) {
        return CheckResult.deviated(
                        this,
                        lost.size() + " of " + Numbers.count(promised.size(), "acknowledged write")
                                + " cannot be read any more")
                .showing(Evidence.few(lost.stream()
                        .map(key -> new Evidence("lost: " + key, List.of()))
                        .toList()));
    }

    private CheckResult unread(long unread) {
        return CheckResult.inconclusive(
                this,
                Numbers.count(unread, "write") + " were acknowledged after the writes had been read back",
                "Call Ledger.readBack(keys) once the last write was acknowledged.");
    }

    private CheckResult kept(Set<String> promised) {
        return CheckResult.held(
                this, "All of " + Numbers.count(promised.size(), "acknowledged write") + " can be read");
    }
}
