package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final PlannedFault PLAN = PlannedFault.of(Reply.value("one"), Target.method(Supplier.class, "get"))
            .named("one");

    private final List<Entry> told = new ArrayList<>();

    @Test
    void aListenerIsToldOfEachEntryOfTheCurrentSessionUntilItIsRemoved() {
        try (ChaosSession session = Chaos.session(SessionOptions.test("listening"));
                var stay = Objects.requireNonNull(session.context()).open()) {
            @SuppressWarnings("unchecked")
            Supplier<String> service = Chaos.wrap(() -> "real", Supplier.class);
            Registration listening = Chaos.on(told::add);

            try (ActiveFault fault = Chaos.arm(PLAN)) {
                assertThat(service.get()).isEqualTo("one");
            }
            listening.close();
            Chaos.arm(PLAN).close();

            assertThat(told)
                    .extracting(entry -> (Object) entry.getClass())
                    .containsExactly(Entry.Armed.class, Entry.Injected.class, Entry.Disarmed.class);
            assertThat(session.journal().entries())
                    .startsWith(told.toArray(Entry[]::new))
                    .hasSize(5);
        }
    }

    @Test
    void aListenerIsNotToldOfOtherSessions() {
        try (ChaosSession mine = Chaos.session(SessionOptions.test("mine"));
                ChaosSession other = Chaos.session(SessionOptions.test("other"));
                var stay = Objects.requireNonNull(mine.context()).open()) {
            Chaos.on(told::add);

            other.arm(PLAN).close();

            assertThat(told).isEmpty();
        }
    }
}
