package dev.chaos4j.servers;

import static dev.chaos4j.servers.Row.Connection.NEW;
import static dev.chaos4j.servers.Row.Connection.POOLED;
import static dev.chaos4j.servers.client.Patience.HASTY;
import static dev.chaos4j.servers.client.Patience.PATIENT;

import dev.chaos4j.fault.Bandwidth;
import dev.chaos4j.fault.BrokenStream;
import dev.chaos4j.fault.Failure;
import dev.chaos4j.fault.Fault;
import dev.chaos4j.fault.Hang;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A row of the table: a fault, and whom it meets.
 *
 * @param name what stands in the first column
 * @param connection which connection is met
 * @param patience how long the client waits
 * @param plan what is armed
 */
record Row(String name, Connection connection, Duration patience, Function<Place, PlannedFault> plan) {

    /** Which connection the call meets the fault with. */
    enum Connection {
        /** Nothing was connected before. */
        NEW,
        /** The client has one from an earlier call. */
        POOLED
    }

    /**
     * Where the fault is armed.
     *
     * @param host the server
     * @param endpoint where it listens
     */
    record Place(Host host, Endpoint endpoint) {

        /** The operations by which the service itself is used. */
        Target service() {
            return host.target(endpoint);
        }
    }

    static final List<Row> ALL = List.of(
            network("`CONNECTION_REFUSED`", NEW, PATIENT, NetworkError.CONNECTION_REFUSED),
            network("`NO_ROUTE`", NEW, PATIENT, NetworkError.NO_ROUTE),
            network("`CONNECT_TIMEOUT`", NEW, HASTY, NetworkError.CONNECT_TIMEOUT),
            row("`Hang`", NEW, HASTY, there -> PlannedFault.of(Hang.untilReleased(), port(there))),
            row("`UNKNOWN_HOST`", NEW, PATIENT, there -> unknownHost()),
            row("`UNKNOWN_HOST`, pooled", POOLED, PATIENT, there -> unknownHost()),
            network("`READ_TIMEOUT`, pooled", POOLED, HASTY, NetworkError.READ_TIMEOUT),
            transfer("`Hang` at `READ`, pooled", HASTY, NetworkOperation.READ, Hang.untilReleased()),
            once("`CONNECTION_RESET`, once, pooled", NetworkOperation.READ),
            once("`CONNECTION_RESET` at `WRITE`, once, pooled", NetworkOperation.WRITE),
            network("`CONNECTION_RESET`, always, pooled", POOLED, PATIENT, NetworkError.CONNECTION_RESET),
            transfer("`Latency` at `READ`", PATIENT, NetworkOperation.READ, Latency.of(Duration.ofMillis(20))),
            stream("`BrokenStream.resetAfter(20)`", PATIENT, BrokenStream.resetAfter(20)),
            stream("`BrokenStream.endAfter(20)`", PATIENT, BrokenStream.endAfter(20)),
            stream("`BrokenStream.stallAfter(20)`", HASTY, BrokenStream.stallAfter(20)),
            stream("`Bandwidth.of(10_000)`", PATIENT, Bandwidth.of(10_000)),
            row(
                    "`WRONG_HOST`",
                    NEW,
                    PATIENT,
                    there -> PlannedFault.of(
                            Misconfiguration.wrongHost("shop.invalid"),
                            Target.network().host(Endpoint.HOST))),
            row(
                    "`WRONG_PORT`",
                    NEW,
                    PATIENT,
                    there -> PlannedFault.of(Misconfiguration.of(Mistake.WRONG_PORT), port(there))),
            service(Mistake.WRONG_CREDENTIALS),
            service(Mistake.EXPIRED_CREDENTIALS),
            service(Mistake.WRONG_NAME),
            service(Mistake.WRONG_SCHEMA),
            service(Mistake.WRONG_ACCOUNT),
            service(Mistake.WRONG_REGION));

    private static Row row(String name, Connection connection, Duration patience, Function<Place, PlannedFault> plan) {
        return new Row(name, connection, patience, plan);
    }

    private static Row network(String name, Connection connection, Duration patience, NetworkError error) {
        return row(name, connection, patience, there -> PlannedFault.of(Failure.network(error), port(there)));
    }

    private static Row transfer(String name, Duration patience, NetworkOperation operation, Fault fault) {
        return row(
                name,
                POOLED,
                patience,
                there -> PlannedFault.of(fault, port(there).operation(operation)));
    }

    private static Row stream(String name, Duration patience, Fault fault) {
        return row(name, NEW, patience, there -> PlannedFault.of(fault, port(there)));
    }

    /** A mistake that only the service itself notices. */
    private static Row service(Mistake mistake) {
        return row(
                "`" + mistake + "`",
                NEW,
                PATIENT,
                there -> PlannedFault.of(Misconfiguration.of(mistake), there.service()));
    }

    private static Row once(String name, NetworkOperation operation) {
        Fault reset = Failure.network(NetworkError.CONNECTION_RESET);
        return row(name, POOLED, PATIENT, there -> PlannedFault.of(
                        reset, port(there).operation(operation))
                .when(Trigger.first(1)));
    }

    private static PlannedFault unknownHost() {
        return PlannedFault.of(
                Failure.network(NetworkError.UNKNOWN_HOST), Target.network().host(Endpoint.HOST));
    }

    private static NetworkTarget port(Place there) {
        return Target.network().port(there.endpoint().port());
    }

    static Row of(String name) {
        return ALL.stream()
                .filter(row -> row.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row is called '" + name + "'; there are "
                        + ALL.stream().map(Row::name).toList()));
    }
}
