package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.Thrower;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/**
 * One request of an asynchronous client. It blocks no thread, goes on on the client's event loop, as the client does,
 * and ends at once when the SDK cancels it or its time is out.
 */
final class AsyncAttempt {

    private final SdkAsyncHttpClient client;
    private final AsyncExecuteRequest request;
    private final Passage passage;
    private final AwsOperation operation;
    private final @Nullable ClassLoader loader;
    private final HttpErrors errors;
    private final Timeouts timeouts;
    private final Executor loop;
    private final CompletableFuture<@Nullable Void> result = new CompletableFuture<>();

    AsyncAttempt(
            SdkAsyncHttpClient client,
            AsyncExecuteRequest request,
            Passage passage,
            AwsOperation operation,
            @Nullable ClassLoader loader) {
        this.client = client;
        this.request = request;
        this.passage = passage;
        this.operation = operation;
        this.loader = loader;
        this.errors = HttpErrors.of(client.clientName());
        this.timeouts = Timeouts.of(client);
        SdkEventLoopGroup group = Fields.find(client, SdkEventLoopGroup.class);
        this.loop = group == null
                ? ForkJoinPool.commonPool()
                : group.eventLoopGroup().next();
    }

    /** Runs it; what it completes with is what the SDK takes for the end of the request. */
    CompletableFuture<@Nullable Void> run() {
        after(Silence.of(passage, timeouts), timedOut -> {
            if (timedOut) {
                fail(errors.of(NetworkError.READ_TIMEOUT, endpoint(), timeouts));
            } else {
                carryOut(Plan.of(operation, passage));
            }
        });
        return result;
    }

    private URI endpoint() {
        return request.request().getUri();
    }

    /** Goes on on the event loop, unless the SDK has given up meanwhile. */
    private void after(CompletableFuture<Boolean> wait, Consumer<Boolean> then) {
        result.whenComplete((nothing, error) -> {
            if (error != null && wait.completeExceptionally(error)) {
                request.responseHandler().onError(error);
            }
        });
        wait.whenComplete((outcome, cancelled) -> {
            if (cancelled == null) {
                loop.execute(() -> guarded(() -> then.accept(outcome)));
            }
        });
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error unexpected) {
            fail(unexpected);
        }
    }

    private void carryOut(Plan plan) {
        if (plan.failure() != null) {
            fail(plan.failure());
        } else if (plan.answer() != null) {
            answer(plan.answer());
        } else if (plan.lost() != null) {
            Failure lost = plan.lost();
            Discarded discarded = new Discarded(request.responseHandler());
            send(Requests.answeredTo(request, discarded)).thenRun(() -> fail(lost));
        } else if (plan.corruption() != null) {
            // completed by the damaged body
            send(damaged(plan.corruption()));
        } else {
            forward(plan.request() == null ? request : Requests.to(request, plan.request()));
        }
    }

    private AsyncExecuteRequest damaged(Corruption corruption) {
        return Requests.answeredTo(
                request, new DamagedAnswer(request.responseHandler(), corruption, passage, errors, result));
    }

    private void forward(AsyncExecuteRequest sent) {
        send(sent).thenRun(() -> result.complete(null));
    }

    /** Lets the client run the request; its failures are ours, and ours end it. */
    private CompletableFuture<Void> send(AsyncExecuteRequest sent) {
        CompletableFuture<Void> running = execute(sent);
        running.exceptionally(error -> {
            result.completeExceptionally(error);
            return null;
        });
        result.whenComplete((nothing, error) -> {
            if (error != null) {
                running.completeExceptionally(error);
            }
        });
        return running;
    }

    /** What the client does at the network on this thread is part of this attempt. */
    private CompletableFuture<Void> execute(AsyncExecuteRequest sent) {
        try (var inside = passage.open()) {
            return client.execute(sent);
        }
    }

    private void answer(ServiceAnswer answer) {
        request.responseHandler().onHeaders(answer.head());
        request.responseHandler().onStream(new Body(answer.body(), null, result));
    }

    private void fail(Failure failure) {
        Optional<NetworkError> network = failure.network();
        if (network.isPresent()) {
            Throwable error = errors.of(network.get(), endpoint(), timeouts);
            after(Silence.before(network.get(), passage, timeouts), over -> fail(error));
            return;
        }
        Throwable created = new Thrower(passage, loader, null).make(failure);
        if (created == null) {
            forward(request);
        } else {
            fail(created);
        }
    }

    private void fail(Throwable error) {
        request.responseHandler().onError(error);
        result.completeExceptionally(error);
    }
}
