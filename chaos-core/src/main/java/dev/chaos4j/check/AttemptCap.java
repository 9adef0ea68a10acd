package dev.chaos4j.check;

import dev.chaos4j.journal.Attempt;
import java.util.List;

/**
 * RT1: does one logical call stop trying? At most the declared attempts at one request; if nothing is declared, fewer
 * than 90, the cap oracle of WASABI (SOSP 2024), which needs a fault that fails up to 97 times in a row.
 */
final class AttemptCap implements Check {

    private static final Threshold DEFAULT =
            Threshold.atMost(89, "", "default: fewer than 90, the cap oracle of WASABI, SOSP 2024");
    private static final String MEASURED = "most attempts of one call at one request";

    @Override
    public String id() {
        return "RT1";
    }

    @Override
    public String name() {
        return "attempts are capped";
    }

    @Override
    public String remedy() {
        return "Bound the attempts of the retry (the first one included), and make sure that only one layer retries.";
    }

    @Override
    public CheckResult decide(Recording recording) {
        Threshold cap = recording
                .limits()
                .attempts()
                .map(most -> Threshold.atMost(most, "", "declared"))
                .orElse(DEFAULT);
        List<Tries> tries =
                Tries.of(recording.affected()).stream().filter(Tries::injected).toList();
        if (tries.isEmpty()) {
            return recording.affected().isEmpty() ? withoutCalls(recording, cap) : noAttempt();
        }
        Measurement most = Measurement.against(
                cap, MEASURED, tries.stream().mapToInt(Tries::count).max().orElse(0));
        return decide(cap, tries, most)
                .measuring(most)
                .measuring(Measurement.count(
                        "calls that a fault met", recording.affected().size()));
    }

    private CheckResult decide(Threshold cap, List<Tries> tries, Measurement most) {
        List<Tries> over =
                tries.stream().filter(each -> !cap.admits(each.count())).toList();
        if (!over.isEmpty()) {
            return CheckResult.deviated(
                            this,
                            Numbers.count(over.size(), "call") + " tried one request more than "
                                    + Numbers.text(cap.value(), "") + " times, up to "
                                    + Numbers.text(most.value(), ""))
                    .showing(Evidence.ofCalls(over.stream().map(Tries::call).toList()));
        }
        List<Tries> tested = tries.stream()
                .filter(each -> each.gaveUp() || each.count() == (int) cap.value())
                .toList();
        if (!tested.isEmpty()) {
            return CheckResult.held(
                            this,
                            Numbers.count(tested.size(), "call") + " met failures to the end and tried one request at "
                                    + "most " + Numbers.text(most.value(), "") + " times")
                    .showing(Evidence.ofCalls(tested.stream().map(Tries::call).toList()));
        }
        return tries.stream().anyMatch(each -> !each.call().ended()) ? running() : untested(cap);
    }

    private CheckResult noAttempt() {
        return CheckResult.vacuous(
                this,
                "The fault met the calls themselves and none of their attempts",
                "Arm it for what the client calls, and not for the client's own operation.");
    }

    private CheckResult running() {
        return CheckResult.inconclusive(
                this, "No call that a fault met has given up yet, and some are still running", "Wait for their end.");
    }

    private CheckResult untested(Threshold cap) {
        return CheckResult.vacuous(
                this,
                "The fault ended before any call came to its cap: each one succeeded after fewer attempts",
                "Inject more failures than " + Numbers.text(cap.value(), "")
                        + " into one call, for example with Trigger.always().");
    }

    /** Attempts of no known call may belong to several, so only a small number of them proves something. */
    private CheckResult withoutCalls(Recording recording, Threshold cap) {
        List<List<Attempt>> tries =
                List.copyOf(Tries.byRequest(recording.looseAttempts()).values());
        int most = tries.stream().mapToInt(List::size).max().orElse(0);
        boolean failedLast = tries.stream().anyMatch(attempts -> Trouble.failed(attempts.get(attempts.size() - 1)));
        CheckResult result = cap.admits(most) && failedLast
                ? CheckResult.held(this, "All calls together tried one request at most " + most + " times")
                : LogicalCalls.missing(this, recording);
        return result.measuring(Measurement.count("most attempts of all calls at one request", most));
    }
}
