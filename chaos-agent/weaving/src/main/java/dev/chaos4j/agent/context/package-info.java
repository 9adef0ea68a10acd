/**
 * How a {@link dev.chaos4j.scope.ChaosContext} follows work into other threads.
 *
 * <p>Carried: tasks of {@code ThreadPoolExecutor}, {@code ScheduledThreadPoolExecutor} and everything else that makes a
 * {@code FutureTask}, tasks handed to a {@code ForkJoinPool}, all functions given to a {@code CompletableFuture} (they
 * run in the context of whoever registered them, whichever thread completes it), virtual threads and thread-per-task
 * executors.
 *
 * <p>Not carried: {@code new Thread(..)} on platform threads, because pools make their workers so and a worker would
 * keep the context for life; {@code ForkJoinTask.fork} and parallel streams, whose tasks have an identity that a
 * wrapper would lose; tasks of a class of the application's own
 * handed by {@code execute} to a pool that has hooks of the application's own, which might cast them; executors that are
 * no JDK classes. There, wrap with {@link dev.chaos4j.scope.Contextual}.
 */
@NullMarked
package dev.chaos4j.agent.context;

import org.jspecify.annotations.NullMarked;
