package dev.chaos4j.junit;

import dev.chaos4j.junit.internal.TestName;
import dev.chaos4j.junit.internal.TestRun;
import dev.chaos4j.junit.internal.Texts;
import dev.chaos4j.junit.internal.Unfired;
import dev.chaos4j.session.SessionOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each test a session of its own: the faults of its annotations are armed after its {@code @BeforeEach} methods
 * and disarmed before its {@code @AfterEach} methods, and {@link dev.chaos4j.Chaos} goes to this session in all the
 * test's code. {@link ChaosTest} and the annotations that ask for faults register it; {@code @ExtendWith} does, too.
 *
 * <p>A test that passes fails after all if a fault was armed and never fired, whether by an annotation or by code, unless
 * {@link AllowUnfired} or the annotation says that it may. A test that fails by itself keeps its failure; what is known
 * of the faults, the seed and the line that repeats the test are added to it as suppressed {@link ChaosNote}.
 *
 * <p>Parameters of tests: {@link dev.chaos4j.session.ChaosSession}, {@link dev.chaos4j.check.Resilience},
 * {@link dev.chaos4j.journal.Journal}, {@link dev.chaos4j.session.ScenarioRun} and
 * {@link dev.chaos4j.session.ActiveFault}, the last two by their order, faults also by {@link FaultName}. The seed is
 * that of {@code -Dchaos4j.seed} or of JUnit's configuration parameter of this name, else a fresh one.
 *
 * <p>{@code @BeforeAll} and {@code @AfterAll} methods, and constructors of instances that tests share, work for no test:
 * a fault that they leave armed is disarmed and fails them, since it would reach every test of the JVM or none.
 *
 * <p>Each invocation of a repeated or parameterized test is a test of its own; the dynamic tests of one
 * {@code @TestFactory} method share one session. Holds no state; safe under parallel execution.
 */
public final class ChaosExtension extends ContextInterceptor
        implements BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                ParameterResolver {

    private static final Logger LOG = LoggerFactory.getLogger("dev.chaos4j");
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ChaosExtension.class);

    /** For JUnit. */
    public ChaosExtension() {}

    /** Lets constructors work for the test for which the instance is made, unless several tests share it. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestRun run = existingOrNew(context);
        run.stay();
        run.plan(Plans.of(context));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        existingOrNew(context).arm();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        existingOrNew(context).disarm();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestRun run = existingOrNew(context);
        run.disarm();
        List<Unfired> unfired = run.unfired(allowedToStayUnfired(context));
        run.close();
        Throwable own = context.getExecutionException().orElse(null);
        if (own == null && !unfired.isEmpty()) {
            throw new UnfiredFaultError(Texts.failure(run, unfired), run.name().trace());
        }
        if (own != null && !(own instanceof TestAbortedException) && run.hasArmed()) {
            addNote(own, new ChaosNote(Texts.note(run, unfired)));
        }
    }

    private static void addNote(Throwable failure, ChaosNote note) {
        failure.addSuppressed(note);
        boolean added = Arrays.asList(failure.getSuppressed()).contains(note);
        if (!added) {
            LOG.warn(note.getMessage());
        }
    }

    private static Predicate<String> allowedToStayUnfired(ExtensionContext context) {
        Set<String> names = new HashSet<>();
        boolean all = false;
        for (Declaration declaration : Plans.declarations(context, Set.of(AllowUnfired.class))) {
            String[] allowed = ((AllowUnfired) declaration.annotation()).value();
            all |= allowed.length == 0;
            names.addAll(Arrays.asList(allowed));
        }
        return all ? name -> true : names::contains;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.supports(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.resolve(parameter, runOf(context));
    }

    @Override
    @Nullable
    TestRun runOf(ExtensionContext context) {
        TestRun existing = context.getStore(NAMESPACE).get(TestRun.class, TestRun.class);
        return existing == null && context.getTestMethod().isPresent() ? existingOrNew(context) : existing;
    }

    /** JUnit closes what its store holds at the end of the test, also if the test could not be instantiated. */
    private static TestRun existingOrNew(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        TestRun run = store.get(TestRun.class, TestRun.class);
        if (run == null) {
            TestName name =
                    TestName.of(context.getRequiredTestClass(), context.getRequiredTestMethod(), context.getUniqueId());
            boolean jvmWide =
                    !Plans.declarations(context, Set.of(JvmWide.class)).isEmpty();
            run = TestRun.open(name, jvmWide, seed(context));
            store.put(TestRun.class, run);
        }
        return run;
    }

    private static OptionalLong seed(ExtensionContext context) {
        String text =
                context.getConfigurationParameter(SessionOptions.SEED_PROPERTY).orElse("");
        try {
            return text.isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw new ExtensionConfigurationException(
                    SessionOptions.SEED_PROPERTY + "=" + text + " is not a whole number; copy the seed that a failing"
                            + " test has printed, for example -D" + SessionOptions.SEED_PROPERTY + "=42");
        }
    }
}
