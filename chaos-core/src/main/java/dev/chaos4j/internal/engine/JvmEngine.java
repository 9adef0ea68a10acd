package dev.chaos4j.internal.engine;

import dev.chaos4j.internal.environment.Environment;
import dev.chaos4j.internal.proxy.Wrapper;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import dev.chaos4j.spi.InjectionBackend;
import java.util.List;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The engine of this JVM and its sessions. Thread-safe. */
public final class JvmEngine {

    private static final Engine ENGINE = new Engine(Environment.system(), JvmEngine::backends);
    private static final TestSessions OF_TESTS = new TestSessions();
    private static final ConcurrentMap<EngineSession, Boolean> OPEN = new ConcurrentHashMap<>();
    private static @Nullable EngineSession ofJvm;

    private JvmEngine() {}

    private static List<InjectionBackend> backends() {
        return ServiceLoader.load(InjectionBackend.class, JvmEngine.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The engine. */
    public static Engine engine() {
        return ENGINE;
    }

    /**
     * The session of the running test, or else the one of this JVM.
     *
     * @throws IllegalStateException if the current thread works for a test that is over
     */
    public static ChaosSession current() {
        ChaosContext context = ChaosContext.current();
        ChaosSession ofTest = context == null || context.testId() == null ? null : OF_TESTS.of(context.testId());
        return ofTest == null ? ofJvm() : ofTest;
    }

    private static synchronized ChaosSession ofJvm() {
        if (ofJvm == null) {
            SessionOptions options = SessionOptions.jvm();
            ofJvm = ENGINE.session(seed(options), options.scope(), options.journalCapacity());
        }
        return ofJvm;
    }

    /** As {@link ChaosSession#wrap}; needs no session, so that work which outlives its test may still wrap. */
    public static <T> T wrap(T delegate, Class<T> type) {
        return Wrapper.wrap(delegate, type, ENGINE);
    }

    /** A new session; found by {@link #current()} in the context of its test until it is closed. */
    public static ChaosSession open(SessionOptions options) {
        EngineSession session = ENGINE.session(seed(options), options.scope(), options.journalCapacity());
        OPEN.put(session, true);
        session.onClose(() -> OPEN.remove(session));
        String test = options.scope().testId();
        if (test != null) {
            OF_TESTS.open(test, session);
        }
        return session;
    }

    /** The seed that somebody has chosen, in the options or for the whole JVM. */
    private static OptionalLong seed(SessionOptions options) {
        if (options.chosenSeed().isPresent()) {
            return options.chosenSeed();
        }
        String property = System.getProperty(SessionOptions.SEED_PROPERTY);
        if (property == null || property.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(property.strip()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalStateException(
                    "-D" + SessionOptions.SEED_PROPERTY + "=" + property
                            + " is not a whole number; copy the seed that a failing run printed, for example -D"
                            + SessionOptions.SEED_PROPERTY + "=42",
                    notANumber);
        }
    }

    /** Disarms every fault of every session; each is tried although another fails. */
    public static void disarmAll() {
        new Undoing()
                .each(OPEN.keySet(), EngineSession::disarmAll)
                .step(ofJvm()::disarmAll)
                .done();
    }
}
