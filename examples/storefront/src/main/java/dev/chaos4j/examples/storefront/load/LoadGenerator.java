package dev.chaos4j.examples.storefront.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Steady traffic: requests are sent when they are due, however the earlier ones fare, as real customers would.
 *
 * <p>Thread-safe.
 */
public final class LoadGenerator implements AutoCloseable {
    private final long startNanos = System.nanoTime();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final LoadPlan plan;
    private final Customer customer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ThreadPoolExecutor customers;

    private LoadGenerator(LoadPlan plan) {
        this.plan = plan;
        this.customer = new Customer(plan.shop(), plan.patience());
        this.customers = new ThreadPoolExecutor(0, plan.threads(), 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        schedule(plan.pagesPerSecond(), Visit.Kind.PAGE, this::look);
        schedule(plan.ordersPerSecond(), Visit.Kind.ORDER, this::order);
    }

    /** Starts the traffic. */
    public static LoadGenerator start(LoadPlan plan) {
        return new LoadGenerator(plan);
    }

    /** How long the traffic has been running. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** All that has ended so far. */
    public LoadReport report() {
        synchronized (visits) {
            return new LoadReport(visits);
        }
    }

    /** All receipts handed out so far. */
    public List<Promise> promises() {
        synchronized (promises) {
            return List.copyOf(promises);
        }
    }

    /** Sends nothing more, and waits for the requests under way, for at most the customers' patience and a second. */
    @Override
    public void close() {
        clock.shutdownNow();
        customers.shutdown();
        try {
            Duration longest = plan.patience().plusSeconds(1);
            if (!customers.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                customers.shutdownNow();
            }
        } catch (InterruptedException e) {
            customers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void schedule(double perSecond, Visit.Kind kind, IntFunction<Outcome> visit) {
        if (perSecond > 0) {
            Ticker ticker = new Ticker(kind, visit);
            long nanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
            var unused = clock.scheduleAtFixedRate(ticker, 0, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private Outcome look(int number) {
        return customer.look(1 + number % plan.products());
    }

    private Outcome order(int number) {
        String request = "order-" + number;
        Outcome outcome = customer.order(1 + number % plan.products(), request);
        if (!outcome.isError()) {
            synchronized (promises) {
                promises.add(new Promise(request, outcome == Outcome.QUEUED));
            }
        }
        return outcome;
    }

    private void record(Visit.Kind kind, Duration due, Outcome outcome) {
        synchronized (visits) {
            visits.add(new Visit(kind, outcome, due, elapsed().minus(due)));
        }
    }

    /** Makes one visit each time it is called. */
    private final class Ticker implements Runnable {
        private final Visit.Kind kind;
        private final IntFunction<Outcome> visit;
        private int number;

        Ticker(Visit.Kind kind, IntFunction<Outcome> visit) {
            this.kind = kind;
            this.visit = visit;
        }

        @Override
        public void run() {
            int mine = number++;
            Duration due = elapsed();
            try {
                customers.execute(() -> record(kind, due, visit.apply(mine)));
            } catch (RejectedExecutionException e) {
                record(kind, due, Outcome.NOT_SENT);
            }
        }
    }
}
