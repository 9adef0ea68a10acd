package dev.chaos4j.experiment;

import dev.chaos4j.check.Answers;
import dev.chaos4j.check.Ledger;
import dev.chaos4j.check.Limits;
import dev.chaos4j.check.Recording;
import dev.chaos4j.fault.Durations;
import dev.chaos4j.journal.JournalSnapshot;
import dev.chaos4j.scenario.Scenario;
import dev.chaos4j.session.ChaosSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal: steady state before, scenario, steady state after, checks. Immutable; it may be run more than once, and
 * each run is judged by what it recorded itself; only a {@link Ledger} is the caller's to renew.
 *
 * <pre>{@code
 * ExperimentResult result = Experiment.of("images survive the outage", session)
 *         .steadyState(Probe.atLeast("share of good pages", 0.99, shop::goodShare))
 *         .scenario(outage)
 *         .workload("image", () -> shop.image("42"))
 *         .promises("image", Limits.none().attempts(3), "RT1", "FB1")
 *         .build()
 *         .run();
 * }</pre>
 *
 * If the steady state does not hold before, nothing is injected and the result is
 * {@link dev.chaos4j.check.Verdict#INCONCLUSIVE}: a rehearsal on a sick system says nothing. The steps follow the
 * experiment model of the Chaos Toolkit.
 *
 * @since 0.1
 */
public final class Experiment {

    private final String name;
    private final ChaosSession session;
    private final Scenario scenario;
    private final List<Probe> probes;
    private final List<Promise> promises;
    private final @Nullable Workload workload;
    private final Duration workloadEvery;
    private final Duration probeEvery;
    private final double tolerated;
    private final @Nullable Ledger ledger;
    private final @Nullable Answers answers;

    private Experiment(Builder builder, Scenario scenario) {
        this.name = builder.name;
        this.session = builder.session;
        this.scenario = scenario;
        this.probes = List.copyOf(builder.probes);
        this.promises = List.copyOf(builder.promises);
        this.workload = builder.workload;
        this.workloadEvery = builder.workloadEvery;
        this.probeEvery = builder.probeEvery;
        this.tolerated = builder.tolerated;
        this.ledger = builder.ledger;
        this.answers = builder.answers;
    }

    /**
     * An experiment in this session: its seed, its scope, its journal.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder of(String name, ChaosSession session) {
        return new Builder(name, session);
    }

    /**
     * Runs it on the calling thread, for as long as the scenario lasts. Whatever happens, no fault of the scenario is
     * armed afterwards.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws dev.chaos4j.spi.WeaveException if a fault's target cannot be reached
     */
    public ExperimentResult run() throws InterruptedException {
        return new Rehearsal(this).run();
    }

    String name() {
        return name;
    }

    ChaosSession session() {
        return session;
    }

    Scenario scenario() {
        return scenario;
    }

    List<Probe> probes() {
        return probes;
    }

    List<Promise> promises() {
        return promises;
    }

    @Nullable
    Workload workload() {
        return workload;
    }

    Duration workloadEvery() {
        return workloadEvery;
    }

    Duration probeEvery() {
        return probeEvery;
    }

    double tolerated() {
        return tolerated;
    }

    /** What was recorded after this place in the journal. */
    Recording recording(long began) {
        Recording recording = Recording.of(JournalSnapshot.of(session.journal()).after(began));
        Recording written = ledger == null ? recording : recording.with(ledger);
        return answers == null ? written : written.with(answers);
    }

    /** What is called again and again while the scenario is played. */
    record Workload(String call, Callable<?> work) {}

    /** Collects the parts of an experiment. Not thread-safe. */
    public static final class Builder {

        /** Steady traffic; as fast as possible, it would fill the journal before the scenario is over. */
        private static final Duration WORKLOAD_EVERY = Duration.ofMillis(10);

        private static final Duration PROBE_EVERY = Duration.ofSeconds(1);

        private final String name;
        private final ChaosSession session;
        private final List<Probe> probes = new ArrayList<>();
        private final List<Promise> promises = new ArrayList<>();
        private @Nullable Scenario scenario;
        private @Nullable Workload workload;
        private Duration workloadEvery = WORKLOAD_EVERY;
        private Duration probeEvery = PROBE_EVERY;
        private double tolerated = 1;
        private @Nullable Ledger ledger;
        private @Nullable Answers answers;

        private Builder(String name, ChaosSession session) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("The name of an experiment must not be blank; say what it shows");
            }
            this.name = name;
            this.session = session;
        }

        /** Adds a probe of the steady state; at least one is needed. */
        public Builder steadyState(Probe probe) {
            probes.add(probe);
            return this;
        }

        /** Sets what goes wrong. */
        public Builder scenario(Scenario plan) {
            scenario = plan;
            return this;
        }

        /**
         * Sets what to call again and again while the scenario is played, each time as one logical call of this name;
         * what it throws is counted. The calls are made on the thread of {@link Experiment#run()}, one after the other,
         * as {@link #workloadEvery} says. Without it, the traffic must come from elsewhere.
         */
        public Builder workload(String call, Callable<?> work) {
            workload = new Workload(call, work);
            return this;
        }

        /**
         * Sets the time from the beginning of one call of the workload to that of the next: 10 ms unless set. A call
         * that takes longer is followed at once.
         *
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder workloadEvery(Duration interval) {
            workloadEvery = Durations.positive("The time between two calls of the workload", interval);
            return this;
        }

        /**
         * Adds checks over a part of the calls.
         *
         * @param selection as {@link Recording#select} takes it
         * @param checks short names, for example {@code RT1}
         * @throws IllegalArgumentException if there is none, or no check of one of the names
         */
        public Builder promises(String selection, Limits limits, String... checks) {
            promises.add(Promise.of(selection, limits, checks));
            return this;
        }

        /**
         * Adds checks over all calls.
         *
         * @param checks short names, for example {@code RT1}
         * @throws IllegalArgumentException if there is none, or no check of one of the names
         */
        public Builder promises(Limits limits, String... checks) {
            promises.add(Promise.of(null, limits, checks));
            return this;
        }

        /** Sets the writes that DL1 judges. */
        public Builder with(Ledger writes) {
            ledger = writes;
            return this;
        }

        /** Sets the answers that FB2 judges. */
        public Builder with(Answers given) {
            answers = given;
            return this;
        }

        /**
         * Sets how often the steady state is probed while the scenario is played: every second unless set.
         *
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder probeEvery(Duration interval) {
            probeEvery = Durations.positive("The time between two probes", interval);
            return this;
        }

        /**
         * Sets how much of the time the steady state may be left while the scenario is played, as a share of the
         * observations: 1 unless set, so that only before and after count.
         *
         * @param share from 0 to 1
         * @throws IllegalArgumentException if {@code share} is out of range
         */
        public Builder toleratingDuring(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("The tolerated share must be from 0 to 1, but was " + share);
            }
            tolerated = share;
            return this;
        }

        /**
         * The finished experiment.
         *
         * @throws IllegalStateException if there is no probe, no scenario, or no promise
         */
        public Experiment build() {
            require(!probes.isEmpty(), "a probe of its steady state: steadyState(...)");
            require(scenario != null, "something that goes wrong: scenario(...)");
            require(!promises.isEmpty(), "something to judge: promises(...)");
            return new Experiment(this, Objects.requireNonNull(scenario));
        }

        private void require(boolean there, String what) {
            if (!there) {
                throw new IllegalStateException("The experiment '" + name + "' needs " + what);
            }
        }
    }
}
