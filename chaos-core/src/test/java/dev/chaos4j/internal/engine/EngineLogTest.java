package dev.chaos4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import dev.chaos4j.fault.Reply;
import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.target.Target;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** The log tells of a fault when it is armed, when it fires first, and when it is disarmed. */
class EngineLogTest {

    private final Logger logger = mock(Logger.class);
    private final Engine engine = new Engine(Environment.system(), List::of, new EngineLog(logger));
    private final EngineSession session = engine.session(42, Scope.jvm(), 100);

    @SuppressWarnings("unchecked")
    private final Supplier<String> service = session.wrap(() -> "real", Supplier.class);

    /** The level and the text of each line. */
    private List<String> lines() {
        return mockingDetails(logger).getInvocations().stream()
                .map(line -> line.getMethod().getName() + ": " + text(line.getArguments()))
                .toList();
    }

    private static String text(Object[] arguments) {
        Object[] parameters = Arrays.copyOfRange(arguments, 1, arguments.length);
        return MessageFormatter.basicArrayFormat((String) arguments[0], parameters);
    }

    @Test
    void oneLineEachForArmedFirstFiredAndDisarmed() {
        PlannedFault plan = PlannedFault.of(Reply.value("one"), Target.method(Supplier.class, "get"))
                .named("cached");
        try (ActiveFault fault = session.arm(plan)) {
            assertThat(List.of(service.get(), service.get())).containsOnly("one");
        }

        assertThat(lines())
                .containsExactly(
                        "info: Armed " + plan + " [JVM]",
                        "info: 'cached' fired for the first time",
                        "info: Disarmed 'cached' (closed); it fired 2 times");
    }

    @Test
    void aFaultThatNeverFiresIsToldOfTwice() {
        session.arm(PlannedFault.of(Reply.value("one"), Target.method(Supplier.class, "get"))
                .named("idle"));
        session.disarmAll();
        session.disarmAll();

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).isEqualTo("info: Disarmed 'idle' (all disarmed); it fired 0 times");
    }

    @Test
    void codeIsRestoredAlthoughTheLogFails() {
        RecordingBackend backend = new RecordingBackend();
        Engine woven = new Engine(Environment.system(), () -> List.of(backend), new EngineLog(logger));
        doThrow(new NoClassDefFoundError("the jar was replaced"))
                .when(logger)
                .info(startsWith("Disarmed"), any(Object[].class));
        EngineSession other = woven.session(42, Scope.jvm(), 100);
        other.arm(PlannedFault.of(Reply.value("one"), Target.method(Supplier.class, "get")));

        assertThatThrownBy(other::disarmAll).isInstanceOf(NoClassDefFoundError.class);

        assertThat(other.active()).isEmpty();
        assertThat(backend.woven()).isEmpty();
    }
}
