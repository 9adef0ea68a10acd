package dev.chaos4j.journal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.journal.Journal.Registration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JournalListenerTest {

    private final Journal journal = Journal.ring(10_000, () -> 0);
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());

    private void recordOne() {
        journal.record((sequence, nanos) -> new Entry.StageEntered(sequence, nanos, "outage", "peak"));
    }

    private CompletableFuture<Void> recordOnAnotherThread() {
        return CompletableFuture.runAsync(this::recordOne);
    }

    @Test
    void aListenerMayWaitForOthersWhoRecord() throws Exception {
        CompletableFuture<Boolean> othersWentOn = new CompletableFuture<>();
        journal.listen(entry -> {
            heard.add(entry.sequence());
            if (entry.sequence() == 1) {
                othersWentOn.complete(endsSoon(recordOnAnotherThread()));
            }
        });

        recordOne();

        assertThat(othersWentOn.get(20, SECONDS)).isTrue();
        assertThat(heard).containsExactly(1L, 2L);
    }

    private static boolean endsSoon(CompletableFuture<Void> work) {
        try {
            work.get(5, SECONDS);
            return true;
        } catch (TimeoutException stuck) {
            return false;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void aListenerThatRecordsHearsOfThatNext() {
        journal.listen(entry -> {
            heard.add(entry.sequence());
            if (entry.sequence() < 3) {
                recordOne();
                heard.add(-entry.sequence());
            }
        });

        recordOne();

        assertThat(heard).containsExactly(1L, -1L, 2L, -2L, 3L);
    }

    @Test
    void manyThreadsAreHeardInTheOrderOfTheJournal() {
        journal.listen(entry -> heard.add(entry.sequence()));

        List<CompletableFuture<Void>> work = LongStream.range(0, 8)
                .mapToObj(any -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 500; i++) {
                        recordOne();
                    }
                }))
                .toList();
        work.forEach(CompletableFuture::join);
        recordOne();

        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 4_001).boxed().toList());
    }

    @Test
    void aNewListenerHearsNothingOfWhatWasRecordedBefore() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        journal.listen(entry -> {
            held.countDown();
            await(hold);
        });
        CompletableFuture<Void> teller = recordOnAnotherThread();
        await(held);
        recordOne();

        journal.listen(entry -> heard.add(entry.sequence()));
        recordOne();
        hold.countDown();
        teller.get(10, SECONDS);

        assertThat(heard).containsExactly(3L);
    }

    @Test
    void aClosedListenerHearsNothingMore() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Registration registration = journal.listen(entry -> {
            heard.add(entry.sequence());
            held.countDown();
            await(hold);
        });
        CompletableFuture<Void> teller = recordOnAnotherThread();
        await(held);
        recordOne();

        registration.close();
        hold.countDown();
        teller.get(10, SECONDS);
        recordOne();

        assertThat(heard).containsExactly(1L);
    }

    @Test
    void whatAListenerThrowsIsKeptFromWhoRecordsAndFromTheOtherListeners() {
        journal.listen(entry -> {
            throw new AssertionError("a listener's own");
        });
        journal.listen(entry -> heard.add(entry.sequence()));

        recordOne();
        recordOne();

        assertThat(heard).containsExactly(1L, 2L);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
