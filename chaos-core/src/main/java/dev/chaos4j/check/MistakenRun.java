package dev.chaos4j.check;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Entry.Injected;
import dev.chaos4j.journal.Entry.PatternEvent;
import dev.chaos4j.journal.FaultWindow;
import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time from when a program first met one configuration mistake until it met the next one, and what it said of its
 * configuration meanwhile.
 *
 * @param window of the fault that made the mistake
 * @param met its first firing
 * @param before what was said before
 * @param events what was said meanwhile
 * @param end when the mistake was mended, the next one was met, or the journal was read; nanoseconds
 */
record MistakenRun(FaultWindow window, Injected met, List<PatternEvent> before, List<PatternEvent> events, long end) {

    /** The words with which decisions begin that are mistakes in a configuration. */
    private static final List<String> MISTAKES = List.of("wrong-setting", "misconfiguration");

    /** The mistakes that the journal holds from their arming on, in the order in which they were met. */
    static List<MistakenRun> in(Recording recording) {
        List<FaultWindow> windows = recording.view().windows().stream()
                .filter(FaultWindow::whole)
                .filter(window -> window.first().filter(MistakenRun::isMistake).isPresent())
                .sorted(Comparator.comparingLong(
                        window -> window.first().orElseThrow().sequence()))
                .toList();
        List<PatternEvent> all = recording.events(ConfigurationWatch.PATTERN);
        return IntStream.range(0, windows.size())
                .mapToObj(i -> of(windows.get(i), i + 1 < windows.size() ? windows.get(i + 1) : null, all, recording))
                .toList();
    }

    private static MistakenRun of(
            FaultWindow window, @Nullable FaultWindow next, List<PatternEvent> all, Recording recording) {
        Injected met = window.first().orElseThrow();
        Injected nextMet = next == null ? null : next.first().orElseThrow();
        long until = nextMet == null ? Long.MAX_VALUE : nextMet.sequence();
        return new MistakenRun(
                window,
                met,
                all.stream().filter(event -> event.sequence() < met.sequence()).toList(),
                all.stream()
                        .filter(event -> event.sequence() > met.sequence() && event.sequence() < until)
                        .toList(),
                Math.min(endOf(window), nextMet == null ? recording.view().nanos() : nextMet.nanos()));
    }

    private static long endOf(FaultWindow window) {
        Entry.Disarmed disarmed = window.disarmed();
        return disarmed == null ? Long.MAX_VALUE : disarmed.nanos();
    }

    private static boolean isMistake(Injected injected) {
        return Arrays.stream(injected.decision().split(", "))
                .anyMatch(part -> MISTAKES.contains(part.split(" ", 2)[0]));
    }

    /** What each mistake comes to, in one result: the worst, with what decided. */
    static CheckResult judge(
            Check check,
            Recording recording,
            Optional<Duration> most,
            String step,
            BiFunction<MistakenRun, Threshold, CheckResult> each) {
        List<MistakenRun> runs = in(recording);
        if (runs.isEmpty()) {
            return CheckResult.vacuous(
                    check,
                    "No mistake was made in a configuration",
                    "Arm one, for example WrongSetting.of(SettingSlip.OTHER_REGION) at Target.setting(\"s3.region\").");
        }
        if (runs.stream().allMatch(run -> run.events.isEmpty() && run.before.isEmpty())) {
            return CheckResult.vacuous(
                    check,
                    "Nobody has said with which configuration the program works",
                    "Tell a ConfigurationWatch: inForce(settings), detected(setting).");
        }
        if (most.isEmpty()) {
            return CheckResult.inconclusive(
                    check, "Nobody has said how long it may take", "Declare it, for example " + step + ".");
        }
        Threshold bound = Threshold.atMost(Numbers.millis(Durations.nanos(most.get())), "ms", "declared");
        return worst(runs.stream().map(run -> each.apply(run, bound)));
    }

    /** The result that counts among those of several mistakes or programs; at least one. */
    static CheckResult worst(Stream<CheckResult> results) {
        return results.min(Comparator.comparingInt(MistakenRun::rank)).orElseThrow();
    }

    /** The same for each program that said something of its configuration; for nobody if none did. */
    List<MistakenRun> byProgram() {
        List<MistakenRun> programs = Stream.concat(before.stream(), events.stream())
                .filter(event -> !event.event().equals(PatternInstance.OBSERVED))
                .map(PatternEvent::name)
                .distinct()
                .map(this::of)
                .toList();
        return programs.isEmpty() ? List.of(this) : programs;
    }

    private MistakenRun of(String program) {
        return new MistakenRun(window, met, saidBy(program, before), saidBy(program, events), end);
    }

    private static List<PatternEvent> saidBy(String program, List<PatternEvent> events) {
        return events.stream().filter(event -> event.name().equals(program)).toList();
    }

    /** What speaks against the program counts most, then what speaks for it and is not complete. */
    private static int rank(CheckResult result) {
        return switch (result.verdict()) {
            case DEVIATED -> 0;
            case INCONCLUSIVE -> 1;
            case HELD -> 2;
            case VACUOUS -> 3;
        };
    }

    /** Whether the program has noticed it. */
    Optional<PatternEvent> detected() {
        return first(ConfigurationWatch.DETECTED);
    }

    Optional<PatternEvent> first(String event) {
        return events.stream().filter(each -> each.event().equals(event)).findFirst();
    }

    /** What was in force meanwhile, in order. */
    List<PatternEvent> inForce() {
        return events.stream()
                .filter(event -> event.event().equals(ConfigurationWatch.IN_FORCE))
                .toList();
    }

    /** What was in force when the mistake was met. */
    Optional<PatternEvent> lastGood() {
        return before.stream()
                .filter(event -> event.event().equals(ConfigurationWatch.IN_FORCE))
                .reduce((earlier, later) -> later);
    }

    /** Whether the fault was disarmed before: what follows may be nothing but the right settings, read again. */
    boolean isMendedBefore(Entry event) {
        Entry.Disarmed disarmed = window.disarmed();
        return disarmed != null && disarmed.sequence() < event.sequence();
    }

    /** Whether the mistake was there all the time, so that no right setting was read meanwhile. */
    boolean isSteady() {
        return window.what().endsWith(", " + Trigger.always().describe());
    }

    /** From when the mistake was met, in milliseconds. */
    double millisUntil(long nanos) {
        return Numbers.millis(nanos - met.nanos());
    }

    String describe() {
        return "the mistake of '" + window.fault() + "'";
    }
}
