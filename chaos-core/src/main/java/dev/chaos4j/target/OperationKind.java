package dev.chaos4j.target;

import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.fault.Outcome;
import dev.chaos4j.fault.Reply;
import java.util.List;

/**
 * A kind of operation and the attributes that its targets may name. A new client library for an existing kind needs
 * nothing here; a new protocol adds one constant.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // the lists are List.of and outcomes are immutable, which the checker cannot see
public enum OperationKind {
    /** A call of a Java method or constructor. */
    METHOD("method", List.of("class", "method", "parameters"), refusedMethod()),
    /** An HTTP exchange. Headers are named {@code header.NAME}. */
    HTTP("http", List.of("method", "scheme", "host", "port", "path", "header"), Reply.status(429)),
    /** A request to an AWS service. */
    AWS(
            "aws",
            List.of("service", "operation", "region", "host", "bucket", "key", "table"),
            Reply.status(503).code("SlowDown")),
    /** Something at the network, below the client libraries. */
    NETWORK(
            "network",
            List.of("operation", "host", "port", "address", "server-name", "already-open"),
            Failure.network(NetworkError.CONNECTION_REFUSED)),
    /** The program reads one of its settings, and it is set. */
    SETTING(
            "setting",
            List.of("name", "source"),
            Failure.named("java.lang.IllegalStateException").message("throttled by Chaos4j")),
    /** A database connection that a JDBC driver opens. */
    JDBC(
            "jdbc",
            List.of("driver", "host", "port", "database"),
            Failure.named("java.sql.SQLTransientConnectionException").message("throttled by Chaos4j"));

    private final String word;
    private final List<String> attributes;
    private final Outcome refusal;

    OperationKind(String word, List<String> attributes, Outcome refusal) {
        this.word = word;
        this.attributes = attributes;
        this.refusal = refusal;
    }

    private static Outcome refusedMethod() {
        return Failure.named("java.util.concurrent.RejectedExecutionException").message("throttled by Chaos4j");
    }

    /** The word that scenario files use. */
    public String word() {
        return word;
    }

    /** The names of the attributes that operations of this kind have; {@code header} stands for any header. */
    public List<String> attributes() {
        return attributes;
    }

    /**
     * Whether every operation of this kind is an attempt at a dependency. Those of the other kinds are only where a
     * logical call is open or somebody observes them.
     */
    public boolean isAlwaysAttempt() {
        return this == HTTP || this == AWS;
    }

    /** What an operation of this kind usually gets when it is throttled. */
    public Outcome refusal() {
        return refusal;
    }
}
