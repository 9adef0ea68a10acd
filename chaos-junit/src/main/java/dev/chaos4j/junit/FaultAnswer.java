package dev.chaos4j.junit;

import dev.chaos4j.Chaos;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scope.Scope;
import dev.chaos4j.session.ArmedPlace;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.spi.Crossing;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.target.InjectionPoint;
import dev.chaos4j.target.MethodOperation;
import dev.chaos4j.target.Shapes;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.mockito.Answers;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.mock.MockCreationSettings;
import org.mockito.stubbing.Answer;

/**
 * A fault as the answer of a mock; see {@link Faults#answer}. It is armed with the first call to each method. Immutable
 * but for that; safe to call from several threads, also from such as do not work for the test.
 */
public final class FaultAnswer implements Answer<Object> {

    private final ChaosSession session;
    private final Fault fault;
    private final Trigger trigger;
    private final @Nullable Answer<?> otherwise;
    private final ConcurrentMap<Method, ArmedPlace> places = new ConcurrentHashMap<>();

    private FaultAnswer(ChaosSession session, Fault fault, Trigger trigger, @Nullable Answer<?> otherwise) {
        this.session = session;
        this.fault = fault;
        this.trigger = trigger;
        this.otherwise = otherwise;
    }

    static FaultAnswer of(Fault fault) {
        return new FaultAnswer(Chaos.current(), fault, Trigger.always(), null);
    }

    /** This answer, with the fault only at the calls that the trigger chooses. */
    public FaultAnswer when(Trigger newTrigger) {
        return new FaultAnswer(session, fault, newTrigger, otherwise);
    }

    /** This answer, followed by {@code next} where the fault lets a call proceed. */
    public FaultAnswer otherwise(Answer<?> next) {
        return new FaultAnswer(session, fault, trigger, next);
    }

    /**
     * Applies the fault to one call; for Mockito.
     *
     * @throws IllegalStateException if the test that made this answer has ended
     */
    @Override
    public @Nullable Object answer(InvocationOnMock call) throws Throwable {
        Method method = call.getMethod();
        InjectionPoint point = InjectionPoint.ofMethod(Shapes.of(Shapes.of(method.getDeclaringClass()), method));
        ArmedPlace place = places.computeIfAbsent(method, first -> arm(call, point));
        Passage passage = place.enter(MethodOperation.at(point));
        if (passage == null) {
            return proceed(call);
        }
        Crossing crossing = Crossing.begin(
                passage, method.getReturnType(), method.getDeclaringClass().getClassLoader());
        Object returned = null;
        Throwable thrown = null;
        if (!crossing.skipsBody()) {
            try {
                returned = proceed(call);
            } catch (Throwable error) {
                thrown = error;
            }
        }
        return crossing.end(returned, thrown);
    }

    /** The mock belongs to the test alone, so the fault fires on whichever thread calls it. */
    private ArmedPlace arm(InvocationOnMock call, InjectionPoint point) {
        Method method = call.getMethod();
        Target target = Target.method(method.getDeclaringClass(), method.getName());
        PlannedFault plan = PlannedFault.of(fault, target).when(trigger).inScope(Scope.jvm());
        String name = fault.kind() + " at mock " + settings(call).getMockName() + "#" + method.getName();
        synchronized (session) {
            try {
                return session.armAt(point, plan.named(free(name)));
            } catch (IllegalStateException closed) {
                throw new IllegalStateException(
                        "The test that made this answer (" + name + ") has ended; make it in each test, or in"
                                + " @BeforeEach",
                        closed);
            }
        }
    }

    private String free(String name) {
        String free = name;
        for (int number = 2; isTaken(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    private boolean isTaken(String name) {
        return session.armedEver().stream()
                .anyMatch(armed -> armed.plan().name().equals(name));
    }

    private @Nullable Object proceed(InvocationOnMock call) throws Throwable {
        if (otherwise != null) {
            return otherwise.answer(call);
        }
        Answer<?> ofMock = settings(call).getDefaultAnswer();
        return (ofMock instanceof FaultAnswer ? Answers.RETURNS_DEFAULTS : ofMock).answer(call);
    }

    private static MockCreationSettings<?> settings(InvocationOnMock call) {
        return Mockito.mockingDetails(call.getMock()).getMockCreationSettings();
    }
}
