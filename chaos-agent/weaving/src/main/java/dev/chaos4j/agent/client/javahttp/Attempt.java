package dev.chaos4j.agent.client.javahttp;

import dev.chaos4j.agent.client.ErrorStatus;
import dev.chaos4j.agent.client.WrongAnswers;
import dev.chaos4j.fault.Corruption;
import dev.chaos4j.fault.Decision;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.LostReply;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import dev.chaos4j.spi.Passage;
import dev.chaos4j.spi.Thrower;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One exchange to which something is done. Whatever it waits for, it blocks no thread, and the client can cancel it or
 * time it out; it goes on on the client's executor.
 */
final class Attempt {

    private final ClientClasses client;
    private final Object exchange;
    private final Passage passage;
    private final @Nullable ClassLoader loader;
    private final Wait wait;

    Attempt(ClientClasses client, Object exchange, Passage passage, @Nullable ClassLoader loader) {
        this.client = client;
        this.exchange = exchange;
        this.passage = passage;
        this.loader = loader;
        this.wait = new Wait(client, exchange);
    }

    /** Runs it; what it completes with is what the client takes for the end of the exchange. */
    CompletableFuture<?> run() {
        Decision decision = passage.decision();
        CompletableFuture<?> end = decision.waits()
                ? wait.connected(passage.awaitAsync()).thenCompose(over -> settle(decision))
                : settle(decision);
        return end.whenComplete(this::ended);
    }

    /** The exchange has ended with this answer or error. */
    void ended(@Nullable Object response, @Nullable Throwable error) {
        if (error != null) {
            passage.endFailed(error);
        } else if (response != null && client.status(response) >= ErrorStatus.FIRST) {
            passage.endFailed(new ErrorStatus(client.status(response)));
        } else {
            passage.endOk();
        }
    }

    /** Lets the client run it; what it does at the network is part of this attempt. */
    private CompletableFuture<?> proceed(Object which) {
        try (var inside = passage.open()) {
            return client.proceed(which);
        }
    }

    private CompletableFuture<?> settle(Decision decision) {
        Outcome outcome = decision.outcome();
        if (outcome == null) {
            return proceed(exchange);
        }
        if (outcome instanceof Failure failure) {
            return fail(failure);
        }
        if (outcome instanceof Reply reply) {
            return reply(reply);
        }
        if (outcome instanceof LostReply lost) {
            return lose(lost);
        }
        if (outcome instanceof Corruption corruption) {
            return corrupt(corruption, decision.draw());
        }
        return outcome instanceof Misconfiguration wrong
                ? misconfigure(wrong)
                : notApplied("an HTTP exchange has no '" + outcome.describe() + "'; use a target of kind network");
    }

    private CompletableFuture<?> fail(Failure failure) {
        Optional<NetworkError> network = failure.network();
        if (network.isPresent()) {
            return new Breakdown(client, exchange, passage, wait).of(network.get());
        }
        Throwable created = new Thrower(passage, loader, null).make(failure);
        return created == null ? proceed(exchange) : CompletableFuture.failedFuture(created);
    }

    private CompletableFuture<?> notApplied(String why) {
        passage.notApplied(why);
        return proceed(exchange);
    }

    private CompletableFuture<?> reply(Reply reply) {
        if (!reply.isProtocol()) {
            return notApplied("an HTTP exchange ends with a status and not with a value; use Reply.status(...)");
        }
        if (reply.code().isPresent()) {
            return notApplied("plain HTTP has no place for the error code '"
                    + reply.code().get() + "'; leave it out and give the body that has it: Reply.body(...)");
        }
        if (reply.status() < 200) {
            return notApplied("the status " + reply.status() + " is an interim answer, which ends no exchange");
        }
        Answer answer = Answer.of(reply, client.request(exchange).method());
        Bodies.answered(exchange, answer);
        client.establishing(exchange, null);
        return CompletableFuture.completedFuture(client.response(exchange, answer.statusCode(), answer.headers()));
    }

    private CompletableFuture<?> lose(LostReply lost) {
        return proceed(exchange).thenCompose(response -> {
            client.cancel(exchange, new IOException("the answer is lost"));
            return fail(lost.failure());
        });
    }

    private CompletableFuture<?> corrupt(Corruption corruption, long draw) {
        Bodies.damaged(exchange, new Damage(corruption, draw, passage));
        return proceed(exchange);
    }

    private CompletableFuture<?> misconfigure(Misconfiguration wrong) {
        return switch (wrong.mistake()) {
            case WRONG_HOST -> wrong.value().isPresent() ? astray(wrong) : breakdown(NetworkError.UNKNOWN_HOST);
            case WRONG_PORT -> wrong.port().isPresent() ? astray(wrong) : breakdown(NetworkError.CONNECTION_REFUSED);
            case WRONG_ADDRESS -> breakdown(NetworkError.CONNECT_TIMEOUT);
            case SWAPPED_ENDPOINTS -> astray(wrong);
            case WRONG_REGION -> notApplied("a plain HTTP endpoint has no Region; use a target of kind aws");
            default -> {
                Reply reply = WrongAnswers.to(
                        WrongAnswers.inRequest(client.request(exchange).uri()), wrong.mistake());
                yield reply == null ? notApplied(WrongAnswers.below(wrong)) : reply(reply);
            }
        };
    }

    private CompletableFuture<?> breakdown(NetworkError error) {
        return new Breakdown(client, exchange, passage, wait).of(error);
    }

    /** Sends the request to the wrong place, as a client whose URI is wrong would. */
    private CompletableFuture<?> astray(Misconfiguration wrong) {
        Object elsewhere = client.replace(exchange, Astray.request(client.request(exchange), wrong));
        return proceed(elsewhere).whenComplete((response, error) -> {
            client.share(exchange, elsewhere);
            if (error != null) {
                client.goOnWith(exchange, exchange);
            }
        });
    }
}
