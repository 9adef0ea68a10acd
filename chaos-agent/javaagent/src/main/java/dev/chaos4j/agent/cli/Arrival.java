package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.ControlThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The agent of a JVM, on its way while something else is done: everything that the JVM does not feel happens in a thread
 * of its own. Confined to one thread.
 */
final class Arrival implements AutoCloseable {

    private final FutureTask<Supplier<ControlClient>> beginning;

    private Arrival(FutureTask<Supplier<ControlClient>> beginning) {
        this.beginning = beginning;
    }

    /**
     * Begins.
     *
     * @param reach makes the JVM listen, and returns what brings the agent in
     */
    static Arrival of(Callable<Supplier<ControlClient>> reach) {
        FutureTask<Supplier<ControlClient>> beginning = new FutureTask<>(reach);
        ControlThreads.make("chaos4j-attach", beginning).start();
        return new Arrival(beginning);
    }

    /**
     * Waits for the beginning and does the rest.
     *
     * @throws CommandFailure if the agent cannot be brought in; it says why
     */
    ControlClient complete() {
        try {
            return beginning.get().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while attaching", e);
        }
    }

    /** Waits for the beginning: given up half-way, it would leave a file of the JDK's in the JVM's directory. */
    @Override
    public void close() {
        try {
            beginning.get();
        } catch (ExecutionException e) {
            // has been told, or something else was to be told first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
