package dev.chaos4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.check.planted.Planted;
import dev.chaos4j.check.planted.Played;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.JournalFile;
import dev.chaos4j.journal.JournalSnapshot;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check against clients with one planted defect each, and against their corrected twins. */
@Timeout(60)
class PlantedDefectsTest {

    private static final String ALL = "dev.chaos4j.check.planted.Planted#all";

    /** What the twins of a check leave open on purpose: those of RT1 retry without a budget, and so on. */
    private static final Map<String, Set<String>> NOT_PROMISED = Map.ofEntries(
            Map.entry("RT1", Set.of("RT2", "FB1")),
            Map.entry("RT2", Set.of("RT8", "FB1")),
            Map.entry("RT7", Set.of("FB1")),
            Map.entry("CB1", Set.of("RT8", "FB1")),
            Map.entry("CB2", Set.of("RT8", "FB1")),
            Map.entry("CB4", Set.of("RT8", "FB1")),
            Map.entry("TO1", Set.of("FB1")),
            Map.entry("BH1", Set.of("TO1", "FB1")),
            Map.entry("FB1", Set.of("RT8")),
            Map.entry("FB2", Set.of("RT8")),
            Map.entry("DL1", Set.of("RT8")),
            Map.entry("MT1", Set.of("RT8")));

    @ParameterizedTest
    @MethodSource(ALL)
    void catchesTheDefect(Planted planted) throws Exception {
        CheckResult result = evaluate(planted, planted.faultyRecord());

        assertThat(result.verdict()).as(result.toString()).isEqualTo(planted.expected());
        assertThat(result.suggestion()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void leavesTheTwinAlone(Planted planted) throws Exception {
        Played twin = planted.twinRecord();
        CheckResult result = evaluate(planted, twin);

        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.HELD);
    }

    /** Of all checks, only those may flag a twin whose property it does not promise. */
    @ParameterizedTest
    @MethodSource(ALL)
    void noOtherCheckSeesADeviationThatIsNotThere(Planted planted) throws Exception {
        Recording twin = planted.twinRecord().recording();

        assertThat(Checks.evaluateAll(twin))
                .filteredOn(result -> result.verdict() == Verdict.DEVIATED)
                .extracting(CheckResult::id)
                .isSubsetOf(NOT_PROMISED.getOrDefault(planted.check(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void neverHoldsWithoutAnInjection(Planted planted) throws Exception {
        Played twin = planted.twinRecord();
        JournalSnapshot peaceful = without(twin.journal(), Entry.Injected.class);

        assertThat(Checks.evaluateAll(twin.recording(peaceful)))
                .extracting(CheckResult::verdict)
                .containsOnly(Verdict.VACUOUS);
    }

    /** A journal that has lost its beginning must not turn a defect into good news. */
    @ParameterizedTest
    @MethodSource(ALL)
    void neverHoldsForTheDefectHoweverMuchTheFullJournalHasDropped(Planted planted) throws Exception {
        Played faulty = planted.faultyRecord();
        int size = faulty.journal().entries().size();

        for (int dropped = 1; dropped <= size; dropped += 1 + size / 40) {
            CheckResult result = Checks.of(planted.check()).evaluate(faulty.recording(drop(faulty.journal(), dropped)));
            assertThat(result.verdict()).as("%d dropped: %s", dropped, result).isNotEqualTo(Verdict.HELD);
        }
    }

    /** Nor turn a sound client into a defective one. */
    @ParameterizedTest
    @MethodSource(ALL)
    void neverFlagsTheTwinHoweverMuchTheFullJournalHasDropped(Planted planted) throws Exception {
        Played twin = planted.twinRecord();
        int size = twin.journal().entries().size();

        for (int dropped = 1; dropped <= size; dropped += 1 + size / 40) {
            CheckResult result = Checks.of(planted.check()).evaluate(twin.recording(drop(twin.journal(), dropped)));
            assertThat(result.verdict()).as("%d dropped: %s", dropped, result).isNotEqualTo(Verdict.DEVIATED);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void saysTheSameOfAJournalThatWasWrittenAndReadBack(Planted planted) throws Exception {
        Played faulty = planted.faultyRecord();

        assertThat(Checks.evaluateAll(faulty.recording(writtenAndRead(faulty.journal()))))
                .isEqualTo(Checks.evaluateAll(faulty.recording()));
    }

    /** Plays everything once more, so that it also shows that a verdict can be repeated. */
    @Test
    void catchesAllDefectsAndFlagsNoTwin() throws Exception {
        Map<String, int[]> byCheck = new TreeMap<>();
        for (Planted planted : Planted.all().toList()) {
            int[] score = byCheck.computeIfAbsent(planted.check(), any -> new int[3]);
            score[0]++;
            score[1] += evaluate(planted, planted.playFaulty()).verdict() == planted.expected() ? 1 : 0;
            score[2] += evaluate(planted, planted.playTwin()).held() ? 0 : 1;
        }
        byCheck.forEach((check, score) -> System.out.println(
                check + ": " + score[1] + " of " + score[0] + " defects caught, " + score[2] + " twins flagged"));

        assertThat(byCheck.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Checks.all().stream().map(Check::id).toList());
        int defects = byCheck.values().stream().mapToInt(score -> score[0]).sum();
        int caught = byCheck.values().stream().mapToInt(score -> score[1]).sum();
        int flagged = byCheck.values().stream().mapToInt(score -> score[2]).sum();
        System.out.println("recall " + caught + "/" + defects + ", precision " + caught + "/" + (caught + flagged));
        assertThat(List.of(caught, flagged)).containsExactly(defects, 0);
    }

    private static CheckResult evaluate(Planted planted, Played played) {
        return Checks.of(planted.check()).evaluate(played.recording());
    }

    private static JournalSnapshot without(JournalSnapshot journal, Class<? extends Entry> type) {
        return new JournalSnapshot(
                journal.entries().stream()
                        .filter(entry -> !type.isInstance(entry))
                        .toList(),
                0,
                journal.nanos());
    }

    private static JournalSnapshot drop(JournalSnapshot journal, int oldest) {
        return new JournalSnapshot(
                journal.entries().subList(oldest, journal.entries().size()), oldest, journal.nanos());
    }

    private static JournalSnapshot writtenAndRead(JournalSnapshot journal) throws IOException {
        StringWriter text = new StringWriter();
        JournalFile.write(journal, text);
        return JournalFile.read(new StringReader(text.toString()));
    }
}
