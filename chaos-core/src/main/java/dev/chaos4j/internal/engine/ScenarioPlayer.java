package dev.chaos4j.internal.engine;

import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.Entry;
import dev.chaos4j.journal.Journal.Registration;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.scenario.Stage;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.spi.Weave;
import dev.chaos4j.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Plays a scenario: each stage arms its faults, and a timer or a cause leads to the next. All its targets are woven at
 * the beginning and stay so until the end, so that a change of stage costs no retransformation. Steps run one at a
 * time under the player's lock.
 */
final class ScenarioPlayer implements ScenarioRun {

    static final String RECOVERY = "recovery";

    private final EngineSession session;
    private final Scenario scenario;
    private final List<Weave> weaves = new ArrayList<>();
    private final List<Registration> observations = new ArrayList<>();
    private final List<ActiveFault> all = new CopyOnWriteArrayList<>();
    private final List<ActiveFault> current = new ArrayList<>();
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final Basis basis;
    private @Nullable Registration causes;
    private @Nullable CompletableFuture<?> timer;
    private volatile int stage = -1;
    private volatile long stageBegan;
    private volatile boolean finished;

    ScenarioPlayer(EngineSession session, Scenario scenario) {
        this.session = session;
        this.scenario = scenario;
        this.basis = session.basisOf(scenario);
    }

    /**
     * Weaves everything and enters the first stage; if that fails, nothing is left armed. Does nothing if it was
     * stopped before it could begin.
     */
    synchronized void start() {
        if (finished) {
            return;
        }
        try {
            scenario.calls().forEach(target -> observations.add(session.observeCalls(target)));
            scenario.attempts().forEach(target -> observations.add(session.observe(target)));
            targets().values().forEach(target -> weaves.add(session.engine().keepWoven(target)));
            causes = session.onFiring(this::fired);
            enter(0);
        } catch (RuntimeException | Error failed) {
            finish(Undoing.after(failed)).done();
        }
    }

    private Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Stage part : scenario.stages()) {
            part.faults().forEach(plan -> targets.put(plan.target().describe(), plan.target()));
        }
        return targets;
    }

    private void enter(int index) {
        leaveStage();
        if (index == scenario.stages().size() && !scenario.recovery().isZero()) {
            begin(index, RECOVERY, List.of(), scenario.recovery());
        } else if (index >= scenario.stages().size()) {
            finish(new Undoing()).done();
        } else {
            Stage next = scenario.stages().get(index);
            begin(index, next.name(), next.faults(), next.duration());
        }
    }

    /** Its timer is the last step: if it is due already, the next stage begins on this thread, within this call. */
    private void begin(int index, String name, List<PlannedFault> faults, Duration duration) {
        stage = index;
        stageBegan = session.engine().nanos();
        session.journal().record((sequence, nanos) -> new Entry.StageEntered(sequence, nanos, scenario.name(), name));
        for (PlannedFault plan : faults) {
            ActiveFault fault = session.arm(plan, basis);
            current.add(fault);
            all.add(fault);
        }
        Stage.Cause cause = causeOf(index);
        boolean overAlready = cause != null && isReached(cause);
        CompletableFuture<?> next = session.engine().after(overAlready ? 0 : Durations.nanos(duration));
        timer = next;
        next.thenRun(() -> advance(index));
    }

    private synchronized void advance(int from) {
        if (finished || stage != from) {
            return;
        }
        try {
            enter(from + 1);
        } catch (RuntimeException | Error failed) {
            session.engine().log().scenarioFailed(scenario.name(), stage(), failed);
            finish(Undoing.after(failed));
        }
    }

    /** A fault has fired: perhaps that ends the stage. The step itself runs elsewhere, not on the caller's thread. */
    private void fired(String fault, long times) {
        int now = stage;
        Stage.Cause cause = causeOf(now);
        if (cause != null && cause.fault().equals(fault) && isReached(cause)) {
            session.engine().after(0).thenRun(() -> advance(now));
        }
    }

    private Stage.@Nullable Cause causeOf(int index) {
        return index < 0 || index >= scenario.stages().size()
                ? null
                : scenario.stages().get(index).until();
    }

    private boolean isReached(Stage.Cause cause) {
        return session.firedBy(cause.fault()) - basis.firedBefore(cause.fault()) >= cause.fired();
    }

    private void leaveStage() {
        if (timer != null) {
            timer.cancel(false);
        }
        List<ActiveFault> ending = List.copyOf(current);
        current.clear();
        new Undoing()
                .each(ending, fault -> session.engine().disarm((ArmedFault) fault, "its stage ended"))
                .done();
    }

    /** Ends everything, once; the first failure, before or within it, is what {@link #await} tells then. */
    private Undoing finish(Undoing undoing) {
        if (finished) {
            return undoing;
        }
        finished = true;
        undoing.step(this::leaveStage);
        if (causes != null) {
            undoing.step(causes::close);
        }
        undoing.each(weaves, Weave::close).each(observations, Registration::close);
        session.ended(this);
        tellEnd(undoing.failure());
        return undoing;
    }

    private void tellEnd(@Nullable Throwable failure) {
        if (failure == null) {
            end.complete(null);
        } else {
            end.completeExceptionally(failure);
        }
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public String stage() {
        int now = Math.max(stage, 0);
        return now < scenario.stages().size() ? scenario.stages().get(now).name() : RECOVERY;
    }

    @Override
    public Duration stageLeft() {
        if (finished || stage < 0) {
            return Duration.ZERO;
        }
        int now = stage;
        Duration whole =
                now < scenario.stages().size() ? scenario.stages().get(now).duration() : scenario.recovery();
        Duration left = whole.minusNanos(session.engine().nanos() - stageBegan);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Duration left() {
        Duration left = stageLeft();
        int now = stage;
        if (!finished && now < scenario.stages().size()) {
            for (Stage later :
                    scenario.stages().subList(now + 1, scenario.stages().size())) {
                left = left.plus(later.duration());
            }
            left = left.plus(scenario.recovery());
        }
        return left;
    }

    @Override
    public boolean finished() {
        return finished;
    }

    @Override
    public List<ActiveFault> faults() {
        return List.copyOf(all);
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        try {
            end.get(Durations.nanos(atMost), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            Throwable cause = Objects.requireNonNull(failed.getCause());
            throw new IllegalStateException(
                    "The scenario '" + scenario.name() + "' stopped at stage '" + stage() + "', and its faults are"
                            + " disarmed: " + cause.getMessage(),
                    cause);
        }
    }

    @Override
    public synchronized void close() {
        finish(new Undoing()).done();
    }
}
