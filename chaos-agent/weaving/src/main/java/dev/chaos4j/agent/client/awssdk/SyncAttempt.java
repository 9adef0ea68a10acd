package dev.chaos4j.agent.client.awssdk;

import dev.chaos4j.agent.client.Covered;
import dev.chaos4j.agent.client.ErrorStatus;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.Thrower;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * One request of a synchronous client. It waits on the caller's thread, as the client would; an interrupt or an abort,
 * which are how the SDK enforces its own time-outs, end the wait at once. Called by one thread, aborted by any.
 */
final class SyncAttempt implements ExecutableHttpRequest {

    private final ExecutableHttpRequest prepared;
    private final Passage passage;
    private final Plan plan;
    private final @Nullable ClassLoader loader;
    private final HttpErrors errors;
    private final Timeouts timeouts;
    private final URI endpoint;
    private volatile @Nullable CompletableFuture<Boolean> wait;

    SyncAttempt(
            ExecutableHttpRequest prepared,
            SdkHttpClient client,
            AwsOperation operation,
            Passage passage,
            Plan plan,
            @Nullable ClassLoader loader) {
        this.prepared = prepared;
        this.passage = passage;
        this.plan = plan;
        this.loader = loader;
        this.errors = HttpErrors.of(client.clientName());
        this.timeouts = Timeouts.of(client);
        this.endpoint = Objects.requireNonNull(operation.http()).getUri();
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
        try (var once = Covered.http();
                var inside = passage.open()) {
            HttpExecuteResponse response = run();
            if (response.httpResponse().isSuccessful()) {
                passage.endOk();
            } else {
                passage.endFailed(new ErrorStatus(response.httpResponse().statusCode()));
            }
            return response;
        } catch (IOException | RuntimeException | Error failed) {
            passage.endFailed(failed);
            throw failed;
        }
    }

    private HttpExecuteResponse run() throws IOException {
        if (waited(Silence.of(passage, timeouts))) {
            throw thrown(errors.of(NetworkError.READ_TIMEOUT, endpoint, timeouts));
        }
        if (plan.failure() != null) {
            fail(plan.failure());
        }
        if (plan.answer() != null) {
            return plan.answer().whole();
        }
        HttpExecuteResponse response = prepared.call();
        if (plan.lost() != null) {
            response.responseBody().ifPresent(SyncAttempt::discard);
            fail(plan.lost());
        }
        return plan.corruption() == null ? response : damaged(response, plan.corruption());
    }

    /** Throws what the caller is to get; returns if that is impossible. */
    private void fail(Failure failure) throws IOException {
        Optional<NetworkError> network = failure.network();
        if (network.isPresent()) {
            waited(Silence.before(network.get(), passage, timeouts));
            throw thrown(errors.of(network.get(), endpoint, timeouts));
        }
        Throwable created = new Thrower(passage, loader, null).make(failure);
        if (created != null) {
            throw thrown(created);
        }
    }

    private boolean waited(CompletableFuture<Boolean> until) throws IOException {
        wait = until;
        try {
            return until.get();
        } catch (InterruptedException interrupted) {
            until.cancel(false);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException aborted) {
            throw new IOException("Request aborted", aborted.getCause());
        }
    }

    /** Throws it whatever it is: the SDK declares nothing narrower than {@code Exception}. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> IOException thrown(Throwable error) throws E {
        throw (E) error;
    }

    private HttpExecuteResponse damaged(HttpExecuteResponse response, Corruption corruption) {
        AbortableInputStream body = response.responseBody().orElse(null);
        if (body == null) {
            return response;
        }
        Damage damage = new Damage(corruption, passage, errors, response.httpResponse());
        return HttpExecuteResponse.builder()
                .response(response.httpResponse())
                .responseBody(AbortableInputStream.create(new DamagedStream(body, damage), body))
                .build();
    }

    private static void discard(AbortableInputStream body) {
        body.abort();
        try {
            body.close();
        } catch (IOException aborted) {
            // as it should be
        }
    }

    @Override
    public void abort() {
        CompletableFuture<Boolean> waiting = wait;
        if (waiting != null) {
            waiting.completeExceptionally(new IOException("Request aborted"));
        }
        prepared.abort();
    }
}
