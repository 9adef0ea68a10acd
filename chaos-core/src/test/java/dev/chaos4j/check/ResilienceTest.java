package dev.chaos4j.check;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.chaos4j.journal.PatternInstance;
import dev.chaos4j.journal.ScriptedJournal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResilienceTest {

    private static final String REFUSED = "java.net.ConnectException: Connection refused";

    private final ScriptedJournal journal = new ScriptedJournal();
    private final Resilience resilience = Resilience.in(journal);

    /** Two attempts at the first Region, then one at the second. */
    private void image() {
        long call = journal.call("image");
        for (int i = 0; i < 2; i++) {
            journal.faulty(call, "s3.us-east-1", "down", "failure connection-refused", REFUSED);
            journal.event("circuit-breaker", "s3", "error", REFUSED, call);
            journal.pass(ofMillis(100));
        }
        journal.healthy(call, "s3.us-west-2");
        journal.returned(call);
    }

    private void breaker() {
        journal.observed(
                new PatternInstance("resilience4j", "circuit-breaker", "s3", Map.of("minimumNumberOfCalls", "1")));
    }

    @Test
    void readsAsASentenceWhileEveryCheckHolds() {
        breaker();
        image();
        journal.event("circuit-breaker", "s3", "state-transition", "CLOSED->OPEN", 0);

        assertThat(resilience
                        .of("s3.*")
                        .attemptsAtMost(3)
                        .failsOverWithin(ofSeconds(1))
                        .opensBreaker("s3")
                        .results())
                .extracting(CheckResult::id, CheckResult::verdict)
                .containsExactly(tuple("RT1", Verdict.HELD), tuple("FO1", Verdict.HELD), tuple("CB1", Verdict.HELD));
    }

    @Test
    void throwsWhatTeaches() {
        breaker();
        image();

        assertThatThrownBy(() -> resilience.of("image").attemptsAtMost(1))
                .isInstanceOf(ResilienceError.class)
                .isInstanceOf(AssertionError.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "RT1 (attempts are capped) is DEVIATED: 1 call tried one request more than 1 times, up to 2.",
                        "  measured:   most attempts of one call at one request: 2, at most 1 (declared)",
                        "              calls that a fault met: 1",
                        "  decided by: call 1 'image' at +0 ms: 3 attempts, OK",
                        "  what to do: Bound the attempts of the retry (the first one included), and make sure that "
                                + "only one layer retries."));
    }

    @Test
    void throwsAlsoIfNothingWasTested() {
        assertThatThrownBy(() -> resilience.of("s3").attemptsAtMost(3))
                .isInstanceOf(ResilienceError.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "RT1 (attempts are capped) is VACUOUS: Nothing was recorded for 's3'.",
                        "  what to do: The journal holds no calls, no attempts and no pattern instances at all: run the "
                                + "calls inside the session, and observe what should be recorded."));
    }

    @Test
    void collectsAllResultsAndThrowsOnceIfAskedTo() {
        breaker();
        image();

        Resilience all = resilience.collecting();
        all.of("image").attemptsAtMost(1).failsOverWithin(ofMillis(1)).attemptsAtMost(2);

        assertThat(all.results()).hasSize(3);
        assertThatThrownBy(all::verify)
                .isInstanceOf(ResilienceError.class)
                .hasMessageContaining("RT1 (attempts are capped) is DEVIATED")
                .hasMessageContaining("FO1 (another place takes over in time) is DEVIATED")
                .extracting(error -> ((ResilienceError) error).results().size())
                .isEqualTo(2);
    }

    @Test
    void looksAtWhatWasRecordedUpToTheStep() {
        assertThatThrownBy(() -> resilience.attemptsAtMost(3)).isInstanceOf(ResilienceError.class);

        image();

        assertThat(resilience.attemptsAtMost(3).results()).hasSize(2);
    }

    @Test
    void namesTheBreakersItSawIfTheNameIsWrong() {
        breaker();
        image();

        assertThatThrownBy(() -> resilience.opensBreaker("s4"))
                .isInstanceOf(ResilienceError.class)
                .hasMessageContaining("No circuit breaker of the name 's4' was seen")
                .hasMessageContaining("Seen were s3. Did you mean 's3'?");
    }

    @Test
    void selectsByCallNameByAttributeAndByOneAttribute() {
        breaker();
        image();
        long price = journal.call("price");
        journal.faulty(price, "prices", "down", "failure connection-refused", REFUSED);
        journal.threw(price, REFUSED);

        assertThat(Recording.of(journal).select("IMAGE").attempts()).hasSize(3);
        assertThat(Recording.of(journal).select("s3.us-east-?").attempts()).hasSize(2);
        assertThat(Recording.of(journal).select("host=prices").calls())
                .extracting(call -> call.name())
                .containsExactly("price");
        assertThat(Recording.of(journal).select("host=price").isEmpty()).isTrue();
        assertThat(Recording.of(journal).select("Http#send").attempts()).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resilience.of(" "))
                .withMessageContaining("host=s3.*");
    }

    @Test
    void bringsTheCallsOfTheSameNameThatABreakerKeptFromTheSelectedDependency() {
        image();
        long rejected = journal.call("image");
        journal.threw(rejected, "CallNotPermittedException");
        journal.returned(journal.call("price"));

        assertThat(Recording.of(journal).select("s3.us-east-1").calls())
                .extracting(call -> call.id(), call -> call.attempts().size())
                .containsExactly(tuple(1L, 2), tuple(rejected, 0));
    }

    @Test
    void countsACallNestedInASelectedOneOnlyOnce() {
        long page = journal.call("page");
        long image = journal.call("image", page);
        journal.faulty(image, "s3", "down", "failure connection-refused", REFUSED);
        journal.threw(image, REFUSED);
        journal.returned(page);

        assertThat(Recording.of(journal).calls())
                .extracting(call -> call.name())
                .containsExactly("page");
        assertThat(Recording.of(journal).select("*").calls())
                .extracting(call -> call.name())
                .containsExactly("page");
        assertThat(Recording.of(journal).select("image").calls())
                .extracting(call -> call.name())
                .containsExactly("image");
        assertThat(Recording.of(journal).select("s3").calls())
                .extracting(call -> call.name())
                .containsExactly("page");
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.attemptsAtMost(0));
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.amplifiesWithinBudget(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.amplifiesWithinBudget(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.endsWithin(ofMillis(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.failsOverWithin(ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.concurrencyAtMost(0));
        assertThatIllegalArgumentException().isThrownBy(() -> resilience.holds("XX1"));
    }
}
