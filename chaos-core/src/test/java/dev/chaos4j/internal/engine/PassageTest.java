package dev.chaos4j.internal.engine;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.Operation;
import dev.chaos4j.target.OperationKind;
import dev.chaos4j.target.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PassageTest {

    private final Engine engine = new Engine(Environment.system(), List::of);
    private final EngineSession session = engine.session(42, Scope.jvm(), 1_000);
    private final ActiveFault fault = session.arm(Failure.network(NetworkError.READ_TIMEOUT), Target.http());

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aClientsOwnTimeOutTakesItsTime() {
        long before = System.nanoTime();

        boolean over = passage().after(ofMillis(30).toNanos()).join();

        assertThat(over).isTrue();
        assertThat(System.nanoTime() - before)
                .isGreaterThanOrEqualTo(ofMillis(30).toNanos());
    }

    @Test
    void aClientsOwnTimeOutEndsAtOnceWhenTheFaultIsReleased() {
        CompletableFuture<Boolean> never = passage().after(Long.MAX_VALUE);

        fault.release();

        assertThat(never).succeedsWithin(ofSeconds(5)).isEqualTo(false);
        assertThat(session.journal().entries())
                .filteredOn(Entry.Released.class::isInstance)
                .singleElement()
                .satisfies(entry -> assertThat(((Entry.Released) entry).held()).isEqualTo(1));
    }

    @Test
    void aClientsOwnTimeOutEndsAtOnceWhenTheFaultIsDisarmed() {
        CompletableFuture<Boolean> never = passage().after(Long.MAX_VALUE);

        fault.close();

        assertThat(never).succeedsWithin(ofSeconds(5)).isEqualTo(false);
    }

    @Test
    void whatAnOutcomeLeftBehindEndsWithItsOwnFaultAndNotWithAnother() {
        ActiveFault slow = session.arm(Latency.of(ofMillis(1)), Target.http());
        CompletableFuture<?> released = passage().released();

        slow.close();
        assertThat(released).isNotDone();

        fault.close();
        assertThat(released).isDone();
    }

    private Passage passage() {
        InjectionPoint point = InjectionPoint.ofClient(OperationKind.HTTP, "client");
        return requireNonNull(engine.at(point).enter(new Operation() {
            @Override
            public InjectionPoint point() {
                return point;
            }

            @Override
            public @Nullable String attribute(String name) {
                return null;
            }
        }));
    }
}
