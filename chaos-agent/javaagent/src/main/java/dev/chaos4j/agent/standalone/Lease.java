package dev.chaos4j.agent.standalone;

import dev.chaos4j.agent.control.ControlThreads;
import dev.chaos4j.session.ScenarioRun;
import dev.chaos4j.spi.TimeSource;
import java.time.Duration;

/**
 * How long a scenario may live. A daemon thread of its own waits for the end of the scenario or of the lease, whichever
 * comes first, and ends then; nobody has to call. Thread-safe.
 */
final class Lease {

    private final TimeSource time;
    private final ScenarioRun run;
    private final Runnable whenExpired;
    private final Thread keeper = ControlThreads.make("chaos4j-lease", this::keep);
    private long end;
    private boolean over;

    private Lease(TimeSource time, ScenarioRun run, Runnable whenExpired) {
        this.time = time;
        this.run = run;
        this.whenExpired = whenExpired;
    }

    /**
     * Begins a lease.
     *
     * @param length above zero
     * @param whenExpired runs if the lease ends before the scenario
     */
    static Lease begin(Duration length, TimeSource time, ScenarioRun run, Runnable whenExpired) {
        Lease lease = new Lease(time, run, whenExpired);
        lease.end = time.nanos() + length.toNanos();
        lease.keeper.start();
        return lease;
    }

    /**
     * Lets it end so long from now, later or earlier than before.
     *
     * @return false if it is over already
     */
    synchronized boolean renew(Duration length) {
        if (!over) {
            end = time.nanos() + length.toNanos();
            keeper.interrupt(); // it waits for the old end
        }
        return !over;
    }

    /** What is left; zero once it is over. */
    synchronized Duration left() {
        return over ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - time.nanos()));
    }

    private void keep() {
        boolean finished = false;
        while (!isOver(finished)) {
            finished = awaitFinish(left());
        }
        if (!finished) {
            whenExpired.run();
        }
    }

    private synchronized boolean isOver(boolean finished) {
        over = finished || left().isZero();
        if (over) {
            Thread.interrupted(); // a renewal from before must not disturb what follows
        }
        return over;
    }

    private boolean awaitFinish(Duration atMost) {
        try {
            return run.await(atMost);
        } catch (InterruptedException e) {
            return false; // renewed
        } catch (IllegalStateException e) {
            return true; // the scenario has failed, which the engine has logged
        }
    }
}
