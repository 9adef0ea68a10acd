package dev.chaos4j.junit.internal;

import dev.chaos4j.Chaos;
import dev.chaos4j.scope.ChaosContext;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.FaultStatus;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.session.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One test with its session: what its annotations ask for is armed and disarmed here, and judged at the end. Confined
 * to the thread that runs the test's callbacks, but for {@link #enter()}, which any thread of the test may call.
 */
public final class TestRun implements AutoCloseable {

    private final TestName name;
    private final String id;
    private final ChaosSession session;
    private final List<ActiveFault> declared = new CopyOnWriteArrayList<>();
    private final Map<ScenarioRun, Plan> scenarios = new ConcurrentHashMap<>();
    private final List<ScenarioRun> played = new CopyOnWriteArrayList<>();
    private final Map<ActiveFault, Plan> plans = new ConcurrentHashMap<>();
    private final Map<ActiveFault, FaultStatus> lastSeen = new ConcurrentHashMap<>();
    private List<Plan> asked = List.of();
    private ChaosContext.@Nullable Opened stay;
    private boolean closed;

    private TestRun(TestName name, String id, ChaosSession session) {
        this.name = name;
        this.id = id;
        this.session = session;
    }

    /**
     * Begins a test.
     *
     * @param jvmWide whether its faults reach the whole JVM
     * @param seed the seed; if empty, a fresh one
     */
    public static TestRun open(TestName name, boolean jvmWide, OptionalLong seed) {
        String id = name.claimId();
        SessionOptions options = jvmWide ? SessionOptions.jvmDuring(id) : SessionOptions.test(id);
        SessionOptions seeded = seed.isPresent() ? options.withSeed(seed.getAsLong()) : options;
        return new TestRun(name, id, Chaos.session(seeded));
    }

    /** The test. */
    public TestName name() {
        return name;
    }

    /** Its session. */
    public ChaosSession session() {
        return session;
    }

    /** The faults that annotations have armed up to now, in order. */
    public List<ActiveFault> declared() {
        return List.copyOf(declared);
    }

    /** The scenarios that annotations have started, in order. */
    public List<ScenarioRun> scenarios() {
        return List.copyOf(played);
    }

    /** Makes this the test for which the current thread works. */
    public ChaosContext.Opened enter() {
        return ChaosContext.enter(session.context());
    }

    /** As {@link #enter()}, until {@link #leave()}. */
    public void stay() {
        stay = enter();
    }

    /** Ends {@link #stay()}. */
    public void leave() {
        if (stay != null) {
            stay.close();
            stay = null;
        }
    }

    /** Says what the annotations ask for. */
    public void plan(List<Plan> plan) {
        asked = List.copyOf(plan);
    }

    /**
     * Arms what the annotations ask for.
     *
     * @throws IllegalStateException if something cannot be armed; the message says which annotation asked for it
     */
    public void arm() {
        for (Plan plan : asked) {
            try {
                arm(plan);
            } catch (RuntimeException impossible) {
                throw new IllegalStateException(
                        plan.origin() + " cannot be armed: " + impossible.getMessage(), impossible);
            }
        }
    }

    private void arm(Plan plan) {
        if (plan instanceof Plan.OfFault one) {
            ActiveFault fault = session.arm(one.fault());
            declared.add(fault);
            plans.put(fault, plan);
        } else if (plan instanceof Plan.OfScenario whole) {
            ScenarioRun run = session.run(whole.scenario());
            played.add(run);
            scenarios.put(run, plan);
        }
    }

    /** Ends all scenarios and disarms everything, also what the test's own code has armed. */
    public void disarm() {
        for (ActiveFault fault : session.armedEver()) {
            lastSeen.putIfAbsent(fault, fault.status());
        }
        session.disarmAll();
        for (ScenarioRun run : played) {
            run.faults().forEach(fault -> plans.put(fault, planOf(run)));
        }
    }

    private Plan planOf(ScenarioRun run) {
        Plan plan = scenarios.get(run);
        if (plan == null) {
            throw new IllegalStateException("The scenario '" + run.scenario().name() + "' is not of this test");
        }
        return plan;
    }

    /**
     * What was armed and did nothing.
     *
     * @param allowed says which names need not fire
     */
    public List<Unfired> unfired(Predicate<String> allowed) {
        List<Unfired> unfired = new ArrayList<>();
        for (ActiveFault fault : session.armedEver()) {
            Plan plan = plans.get(fault);
            FaultStatus status = statusOf(fault);
            boolean free = allowed.test(status.name()) || (plan != null && plan.allowUnfired());
            if (!free && (status.fired() == 0 || !status.notApplied().isEmpty())) {
                unfired.add(Unfired.armed(fault.plan(), status, plan == null ? "code" : plan.origin()));
            }
        }
        played.forEach(run -> addUnreached(unfired, run, allowed));
        return unfired;
    }

    private void addUnreached(List<Unfired> unfired, ScenarioRun run, Predicate<String> allowed) {
        Plan plan = planOf(run);
        if (!plan.allowUnfired()) {
            Unfired.unreached(run, plan.origin()).stream()
                    .filter(each -> !allowed.test(each.name()))
                    .forEach(unfired::add);
        }
    }

    /** As it was before it was disarmed, unless it has fired since. */
    private FaultStatus statusOf(ActiveFault fault) {
        FaultStatus before = lastSeen.get(fault);
        return before == null || fault.fired() != before.fired() ? fault.status() : before;
    }

    /** Whether anything was ever armed. */
    public boolean hasArmed() {
        return !session.armedEver().isEmpty();
    }

    /** All that was ever armed, with its counts. */
    public List<FaultStatus> statuses() {
        return session.armedEver().stream().map(this::statusOf).toList();
    }

    /** The line that runs this test again with the same seed. */
    public String replayLine() {
        return ReplayLine.of(name, session.seed());
    }

    /** Disarms what is left and gives everything back; the journal stays readable. */
    @Override
    public void close() {
        leave();
        if (!closed) {
            closed = true;
            session.close();
            TestName.giveBack(id);
        }
    }
}
