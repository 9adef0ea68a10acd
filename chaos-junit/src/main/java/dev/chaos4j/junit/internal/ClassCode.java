package dev.chaos4j.junit.internal;

import dev.chaos4j.Chaos;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.stream.Collectors;

/**
 * Code of a test class that belongs to none of its tests, such as a {@code @BeforeAll} method. It has a session of its
 * own while it runs, so that what it arms reaches its own work and nothing else, and ends with it at the latest.
 * Confined to the thread that runs the code.
 */
public final class ClassCode implements AutoCloseable {

    private final String name;
    private final ChaosSession session;
    private final ChaosContext.Opened stay;

    private ClassCode(String name) {
        this.name = name;
        this.session = Chaos.session(SessionOptions.test(name));
        this.stay = ChaosContext.enter(session.context());
    }

    /** Begins it. */
    public static ClassCode begin(Executable code) {
        return new ClassCode(
                code instanceof Method method
                        ? TestName.text(code.getDeclaringClass(), method)
                        : "the constructor of " + TestName.text(code.getDeclaringClass()));
    }

    /**
     * Ends it well.
     *
     * @throws IllegalStateException if it has left a fault armed, which would reach no test
     */
    public void requireNothingArmed() {
        String left = session.active().stream()
                .map(ActiveFault::plan)
                .map(plan -> "'" + plan.name() + "'")
                .collect(Collectors.joining(", "));
        if (!left.isEmpty()) {
            throw new IllegalStateException(name + " runs for the class and for none of its tests, but has left " + left
                    + " armed. That would reach no test; let every test have it by an annotation at the class, or arm"
                    + " it in a @BeforeEach method or in the test.");
        }
    }

    @Override
    public void close() {
        stay.close();
        session.close();
    }
}
