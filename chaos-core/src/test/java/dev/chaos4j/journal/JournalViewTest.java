package dev.chaos4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.chaos4j.journal.Entry.Ending;
import dev.chaos4j.journal.JournalView.Lost;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalViewTest {

    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();

    @Test
    void givesALogicalCallItsAttemptsInjectionsAndEvents() {
        long call = journal.call("image");
        journal.faulty(call, "s3", "refuse", "failure connection-refused", REFUSED);
        journal.event("retry", "s3", "retry", "attempt=1", call);
        journal.pass(Duration.ofMillis(500));
        journal.healthy(call, "s3");
        journal.returned(call);

        LogicalCall image = JournalView.of(journal).call(call).orElseThrow();

        assertThat(image.attempts())
                .extracting(Attempt::ending, Attempt::injected, Attempt::error)
                .containsExactly(
                        tuple(java.util.Optional.of(Ending.FAILED), true, java.util.Optional.of(REFUSED)),
                        tuple(java.util.Optional.of(Ending.OK), false, java.util.Optional.empty()));
        assertThat(image.attempts().get(0).request())
                .isEqualTo(image.attempts().get(1).request());
        assertThat(image.injections()).hasSize(1);
        assertThat(image.events()).hasSize(1);
        assertThat(image.succeeded()).isTrue();
        assertThat(image.nanosUntil(0)).isEqualTo(500_000_000);
    }

    @Test
    void countsTheAttemptsOfANestedCallForTheOuterCallToo() {
        long page = journal.call("page");
        long image = journal.call("image", page);
        journal.healthy(image, "s3");
        journal.returned(image);
        journal.healthy(page, "prices");
        journal.returned(page);

        JournalView view = JournalView.of(journal);

        assertThat(view.call(page).orElseThrow().attempts()).hasSize(2);
        assertThat(view.call(image).orElseThrow().attempts()).hasSize(1);
        assertThat(view.lost().nothing()).isTrue();
    }

    @Test
    void leavesCallsOpenThatHaveNotEnded() {
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "hang", "hang until released");
        journal.pass(Duration.ofSeconds(3));

        LogicalCall image = JournalView.of(journal).call(call).orElseThrow();

        assertThat(image.ended()).isFalse();
        assertThat(image.failed()).isFalse();
        assertThat(image.nanosUntil(journal.nanos())).isEqualTo(3_000_000_000L);
        assertThat(image.attempts().get(0).endSequence()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void findsTheInjectionAlsoWhereItIsRecordedBeforeItsAttempt() {
        journal.injected(2, 0, "refuse", "failure connection-refused");
        journal.call("shifts the numbers");
        journal.attempt(0, "s3");

        assertThat(JournalView.of(journal).attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.injected()).isTrue());
    }

    @Test
    void countsWhatLostItsStartToTheFullRing() {
        ScriptedJournal small = new ScriptedJournal(6);
        long lost = small.call("image");
        long lostAttempt = small.attempt(lost, "s3");
        long held = small.call("image");
        small.ok(lostAttempt);
        small.healthy(lost, "s3");
        small.returned(lost);
        small.healthy(held, "s3");

        JournalView view = JournalView.of(small);

        assertThat(view.lost()).isEqualTo(new Lost(3, 2, 1));
        assertThat(view.calls()).isEmpty();
        assertThat(view.attempts()).hasSize(2);
    }

    @Test
    void knowsWhenEachFaultWasArmedAlsoIfItsNameIsUsedTwice() {
        journal.armed("refuse");
        journal.faulty(0, "s3", "refuse", "failure connection-refused", REFUSED);
        journal.disarmed("refuse", 1);
        journal.armed("refuse");
        journal.disarmed("refuse", 0);
        journal.disarmed("armed before the journal's memory", 12);

        assertThat(JournalView.of(journal).windows())
                .extracting(FaultWindow::fault, FaultWindow::whole, FaultWindow::fired)
                .containsExactly(
                        tuple("armed before the journal's memory", false, 12L),
                        tuple("refuse", true, 1L),
                        tuple("refuse", true, 0L));
    }

    @Test
    void aFiringThatWasNotAppliedIsNoInjectionAnywhere() {
        journal.armed("wrong");
        long call = journal.call("image");
        long attempt = journal.attempt(call, "s3");
        journal.injected(attempt, call, "wrong", "failure named com.acme.NoSuchException");
        journal.notApplied("there is no class com.acme.NoSuchException");
        journal.ok(attempt);
        journal.returned(call);

        JournalView view = JournalView.of(journal);

        assertThat(view.injections()).isEmpty();
        assertThat(view.call(call).orElseThrow().injected()).isFalse();
        assertThat(view.attempts()).noneMatch(Attempt::injected);
        assertThat(view.notApplied()).singleElement().satisfies(each -> assertThat(each.fault())
                .isEqualTo("wrong"));
        assertThat(view.windows())
                .extracting(FaultWindow::fired, FaultWindow::applied, window -> window.injections()
                        .size())
                .containsExactly(tuple(1L, 0L, 0));
    }

    @Test
    void aFiringTakenBackCountsForItsWindowThoughTheFullRingHasDroppedIt() {
        ScriptedJournal small = new ScriptedJournal(2);
        small.armed("wrong");
        small.injected(0, 0, "wrong", "reply seven");
        small.notApplied("the method returns int");
        small.disarmed("wrong", 1);

        assertThat(JournalView.of(small).windows())
                .extracting(FaultWindow::fired, FaultWindow::applied)
                .containsExactly(tuple(1L, 0L));
    }

    @Test
    void attributesAFiringToTheLastWindowIfItIsRecordedJustAfterTheDisarming() {
        journal.armed("refuse");
        journal.disarmed("refuse", 1);
        journal.injected(0, 0, "refuse", "failure connection-refused");

        assertThat(JournalView.of(journal).windows())
                .singleElement()
                .satisfies(window -> assertThat(window.injections()).hasSize(1));
    }

    @Test
    void listsEachObservedInstanceOnceWithItsLatestSettings() {
        journal.observed(new PatternInstance("resilience4j", "circuit-breaker", "s3", Map.of("minimumCalls", "100")));
        journal.observed(new PatternInstance(
                "resilience4j", "circuit-breaker", "s3", Map.of("minimumCalls", "10", "config", "own")));
        journal.event("circuit-breaker", "s3", "error", "java.io.IOException", 0);

        JournalView view = JournalView.of(journal);

        assertThat(view.instances()).singleElement().satisfies(instance -> {
            assertThat(instance.describe()).isEqualTo("resilience4j circuit-breaker 's3'");
            assertThat(instance.number("minimumCalls")).hasValue(10);
            assertThat(instance.number("config")).isEmpty();
            assertThat(instance.number("absent")).isEmpty();
            assertThat(instance.detail()).isEqualTo("config=own; minimumCalls=10");
        });
        assertThat(view.events()).hasSize(1);
    }
}
