package dev.chaos4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.answer;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.spy;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.trigger.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;

/** Faults as answers of mocks, with Mockito's inline mock maker, which is its default. */
@ChaosTest
@Timeout(30)
class FaultAnswerTest {

    private final Inventory inventory = Mockito.mock(Inventory.class, "inventory");

    @Test
    void failsAndIsRecorded(ChaosSession chaos) throws IOException {
        willAnswer(Faults.answer(Latency.of(Duration.ofMillis(1)).then(Failure.of(IOException.class))))
                .given(inventory)
                .stock(any());

        assertThatIOException().isThrownBy(() -> inventory.stock("tea")).withMessage("injected by Chaos4j");

        assertThat(chaos.armedEver()).hasSize(1);
        assertThat(chaos.armedEver().get(0).status().name()).isEqualTo("sequence at mock inventory#stock");
        assertThat(chaos.armedEver().get(0).fired()).isEqualTo(1);
        assertThat(chaos.journal().entries()).hasAtLeastOneElementOfType(Entry.Injected.class);
    }

    @Test
    void proceedsWithTheMocksDefaultAnswerOrAnother() throws IOException {
        Latency latency = Latency.of(Duration.ofMillis(1));
        Inventory spy = spy(new Inventory.Shelves());
        willAnswer(Faults.answer(latency)).given(inventory).stock("nothing");
        willAnswer(Faults.answer(latency).otherwise(answer((String product) -> product.length())))
                .given(inventory)
                .stock("three");
        willAnswer(Faults.answer(latency)).given(spy).stock(any());

        assertThat(inventory.stock("nothing")).isZero();
        assertThat(inventory.stock("three")).isEqualTo(5);
        assertThat(spy.stock("tea")).isEqualTo(7);
    }

    @Test
    void canBeTheDefaultAnswerOfAMock() {
        Inventory broken = Mockito.mock(
                Inventory.class, Faults.answer(Latency.of(Duration.ofMillis(1))).when(Trigger.after(1)));

        assertThat(stock(broken)).isZero();
        assertThat(stock(broken)).isZero();
        assertThat(Chaos.current().armedEver()).singleElement().returns(1L, fault -> fault.fired());
    }

    @Test
    void firesOnlyWhenItsTriggerSays() throws IOException {
        given(inventory.stock("tea"))
                .willAnswer(Faults.answer(Failure.of(IOException.class))
                        .when(Trigger.first(2))
                        .otherwise(call -> 7));

        assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        assertThatIOException().isThrownBy(() -> inventory.stock("tea"));
        assertThat(inventory.stock("tea")).isEqualTo(7);
    }

    @Test
    void losesTheReplyOfASpyAfterItsEffect() throws IOException {
        Inventory spy = spy(new Inventory.Shelves());
        willAnswer(Faults.answer(LostReply.readTimeout())).given(spy).reserve(any(), anyInt());

        assertThatIOException().isThrownBy(() -> spy.reserve("tea", 2)).withMessage("Read timed out");
        assertThat(spy.stock("tea")).isEqualTo(5);
    }

    @Test
    void twoAnswersOfOneKindAtOneMethodAreTwoFaults(ChaosSession chaos) throws IOException {
        given(inventory.stock("tea")).willAnswer(Faults.answer(Reply.value(1)));
        given(inventory.stock("milk")).willAnswer(Faults.answer(Reply.value(2)));

        assertThat(inventory.stock("tea")).isEqualTo(1);
        assertThat(inventory.stock("milk")).isEqualTo(2);
        assertThat(chaos.armedEver())
                .extracting(fault -> fault.plan().name())
                .containsExactly("reply at mock inventory#stock", "reply at mock inventory#stock (2)");
    }

    @Test
    void holdsCallsOfOtherThreadsUntilReleased(ChaosSession chaos) throws IOException {
        willAnswer(Faults.answer(Hang.untilReleased()).otherwise(call -> 7))
                .given(inventory)
                .stock("tea");

        CompletableFuture<Integer> stock = CompletableFuture.supplyAsync(() -> stock(inventory));
        Awaitility.await()
                .until(() -> !chaos.active().isEmpty() && chaos.active().get(0).fired() == 1);
        assertThat(stock).isNotDone();
        chaos.active().get(0).close();

        assertThat(stock).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(7);
    }

    private static int stock(Inventory inventory) {
        try {
            return inventory.stock("tea");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesToOutliveItsTest() throws IOException {
        ChaosSession ended = Chaos.session(SessionOptions.test("ended"));
        try (var stay = Objects.requireNonNull(ended.context()).open()) {
            willAnswer(Faults.answer(Failure.of(IOException.class)))
                    .given(inventory)
                    .stock("tea");
        }
        ended.close();

        assertThatThrownBy(() -> inventory.stock("tea"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The test that made this answer (failure at mock inventory#stock) has ended; make it in each"
                                + " test, or in @BeforeEach");
    }
}
