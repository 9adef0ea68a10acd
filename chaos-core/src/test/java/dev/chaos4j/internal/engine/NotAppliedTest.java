package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.check.Checks;
import dev.chaos4j.check.Recording;
import dev.chaos4j.check.Verdict;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.JournalView;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.BlastRadius;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault that fired and could not be carried out is no injection: neither in the journal's view nor for a check. */
@Timeout(30)
class NotAppliedTest {

    private static final Target STOCK = Target.method(Stock.class, "of");

    private final EngineSession session = new Engine(Environment.system(), List::of).session(42, Scope.jvm(), 10_000);
    private final Stock stock = session.wrap(name -> 7, Stock.class);

    interface Stock {
        int of(String name);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private int inCall() throws Exception {
        return session.call("stock", () -> stock.of("tea"));
    }

    static Stream<Fault> impossibleAtAMethod() {
        return Stream.of(
                Failure.of(IOException.class),
                LostReply.as(Failure.of(IOException.class)),
                Failure.named("com.acme.NoSuchException"),
                Misconfiguration.of(Mistake.WRONG_CREDENTIALS));
    }

    @ParameterizedTest
    @MethodSource("impossibleAtAMethod")
    void noCheckCountsAFaultThatCouldNotBeApplied(Fault impossible) throws Exception {
        session.arm(impossible, STOCK);

        for (int i = 0; i < 20; i++) {
            assertThat(inCall()).isEqualTo(7);
        }

        assertThat(Checks.evaluateAll(Recording.of(session)))
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.VACUOUS));
    }

    @Test
    void saysThatAWrappedObjectCannotThrowWhatItsMethodDoesNotDeclare() throws Exception {
        ActiveFault undeclared = session.arm(Failure.of(IOException.class), STOCK);

        inCall();

        assertThat(undeclared.status().notApplied())
                .containsExactly("the method 'of' of " + Stock.class.getTypeName()
                        + " does not declare java.io.IOException, so a wrapped object cannot throw it; declare it, "
                        + "choose an unchecked exception, or use the agent");
    }

    @Test
    void theJournalSaysWhichInjectionWasNotAppliedAndWhy() throws Exception {
        session.arm(PlannedFault.of(Failure.named("com.acme.NoSuchException"), STOCK)
                .named("typo"));

        inCall();

        Entry.Injected injected = only(Entry.Injected.class);
        assertThat(only(Entry.NotApplied.class)).satisfies(entry -> {
            assertThat(entry.injected()).isEqualTo(injected.sequence());
            assertThat(entry.attempt()).isEqualTo(injected.attempt()).isPositive();
            assertThat(entry.fault()).isEqualTo("typo");
            assertThat(entry.why()).contains("com.acme.NoSuchException");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesBackOnlyTheFaultThatCouldNotBeApplied(boolean typoFirst) throws Exception {
        PlannedFault slow =
                PlannedFault.of(Latency.of(Duration.ofNanos(1)), STOCK).named("slow");
        PlannedFault typo = PlannedFault.of(Failure.named("com.acme.NoSuchException"), STOCK)
                .named("typo");
        session.arm(typoFirst ? typo : slow);
        session.arm(typoFirst ? slow : typo);

        inCall();

        assertThat(JournalView.of(session.journal()).injections())
                .extracting(Entry.Injected::fault)
                .containsExactly("slow");
    }

    @Test
    void onlyTheFirstOfTwoFaultsThatEndTheSameCallIsAnInjection() throws Exception {
        session.arm(PlannedFault.of(Reply.value(1), STOCK).named("one"));
        ActiveFault two = session.arm(PlannedFault.of(Reply.value(2), STOCK).named("two"));

        assertThat(inCall()).isEqualTo(1);

        assertThat(JournalView.of(session.journal()).injections())
                .extracting(Entry.Injected::fault)
                .containsExactly("one");
        assertThat(two.status().notApplied())
                .containsExactly("'one' fired at the same call first, and only one fault can end a call");
    }

    @Test
    void aFaultThatReachedSomeCallsIsNotBlamedForThoseThatAnotherEnded() throws Exception {
        session.arm(PlannedFault.of(Reply.value(1), STOCK).named("one").when(Trigger.first(1)));
        ActiveFault two = session.arm(PlannedFault.of(Reply.value(2), STOCK).named("two"));

        assertThat(List.of(inCall(), inCall())).containsExactly(1, 2);

        assertThat(two.status().notApplied()).isEmpty();
        assertThat(JournalView.of(session.journal()).notApplied()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("throwing")
    void aThrowingProbeIsBlamedOnItsOwnFaultAndLeavesTheOthersAtWork(BooleanSupplier throwing) throws Exception {
        PlannedFault one = PlannedFault.of(Reply.value(1), STOCK)
                .within(BlastRadius.standard().withConcurrent(1));
        session.arm(one.named("one"));
        ActiveFault broken = session.arm(
                PlannedFault.of(Reply.value(2), STOCK).named("broken").when(Trigger.when("ready", throwing)));

        for (int i = 0; i < 5; i++) {
            assertThat(inCall()).isEqualTo(1);
        }

        assertThat(broken.status().notApplied())
                .singleElement()
                .asString()
                .startsWith("its trigger")
                .contains("ready")
                .contains("not ready yet");
        assertThat(broken.fired()).isZero();
    }

    static Stream<BooleanSupplier> throwing() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("not ready yet");
                },
                () -> {
                    throw new AssertionError("not ready yet");
                });
    }

    @Test
    void keepsNoMoreThanAFewReasons() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ActiveFault broken = session.arm(PlannedFault.of(Reply.value(2), STOCK).when(Trigger.when("ready", () -> {
            throw new IllegalStateException("not ready at " + asked.incrementAndGet());
        })));

        for (int i = 0; i < 50; i++) {
            assertThat(inCall()).isEqualTo(7);
        }

        assertThat(broken.status().notApplied()).hasSize(20);
    }

    private <E extends Entry> E only(Class<E> type) {
        return session.journal().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> {
                    throw new AssertionError("more than one: " + first + ", " + second);
                })
                .orElseThrow();
    }
}
