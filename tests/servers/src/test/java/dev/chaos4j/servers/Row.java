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
import dev.chaos4j.fault.Issuer;
import dev.chaos4j.fault.Latency;
import dev.chaos4j.fault.Misconfiguration;
import dev.chaos4j.fault.Mistake;
import dev.chaos4j.fault.NetworkError;
import dev.chaos4j.scenario.PlannedFault;
import dev.chaos4j.servers.server.Authority;
import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.Transport;
import dev.chaos4j.target.NetworkOperation;
import dev.chaos4j.target.NetworkTarget;
import dev.chaos4j.target.Target;
import dev.chaos4j.trigger.Trigger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A row of the table: a fault, and whom it meets.
 *
 * @param name what stands in the first column
 * @param connection which connection is met
 * @param patience how long the client waits
 * @param transports over which it can be met
 * @param plan what is armed
 */
record Row(
        String name,
        Connection connection,
        Duration patience,
        Set<Transport> transports,
        Function<Place, PlannedFault> plan) {

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
            row(
                    "`CONNECTION_RESET`, already open, pooled",
                    POOLED,
                    PATIENT,
                    there -> PlannedFault.of(
                            Failure.network(NetworkError.CONNECTION_RESET),
                            port(there).alreadyOpen())),
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
            otherEnd(Mistake.WRONG_ADDRESS, HASTY),
            otherEnd(Mistake.OTHER_PROTOCOL, HASTY),
            otherEnd(Mistake.WRONG_SCHEME, HASTY),
            certificate(Mistake.EXPIRED_CERTIFICATE),
            certificate(Mistake.NOT_YET_VALID_CERTIFICATE),
            certificate(Mistake.WRONG_CERTIFICATE_NAME),
            otherEnd(Mistake.UNTRUSTED_CERTIFICATE, PATIENT).overTls(),
            otherEnd(Mistake.OLD_TLS, PATIENT).overTls(),
            row(
                            "`HANDSHAKE_FAILED`",
                            NEW,
                            PATIENT,
                            there -> PlannedFault.of(
                                    Failure.network(NetworkError.HANDSHAKE_FAILED),
                                    port(there).operation(NetworkOperation.HANDSHAKE)))
                    .overTls(),
            service(Mistake.WRONG_PATH),
            service(Mistake.REDIRECT_LOOP),
            service(Mistake.PROXY_REFUSES),
            service(Mistake.PROXY_FAILS),
            service(Mistake.WRONG_CREDENTIALS),
            service(Mistake.EXPIRED_CREDENTIALS),
            service(Mistake.WRONG_NAME),
            service(Mistake.WRONG_SCHEMA),
            service(Mistake.WRONG_ACCOUNT),
            service(Mistake.WRONG_REGION));

    private static Row row(String name, Connection connection, Duration patience, Function<Place, PlannedFault> plan) {
        return new Row(name, connection, patience, EnumSet.allOf(Transport.class), plan);
    }

    private Row overTls() {
        return new Row(name, connection, patience, EnumSet.of(Transport.TLS), plan);
    }

    /** What is at the other end of the connection. */
    private static Row otherEnd(Mistake mistake, Duration patience) {
        return row(
                "`" + mistake + "`",
                NEW,
                patience,
                there -> PlannedFault.of(Misconfiguration.of(mistake), port(there)));
    }

    /** A certificate that the clients' own authority has issued. */
    private static Row certificate(Mistake mistake) {
        return row("`" + mistake + "`", NEW, PATIENT, there -> {
                    Authority authority = there.endpoint().authority();
                    Issuer issuer =
                            Issuer.of(authority.certificate(), authority.keys().getPrivate());
                    return PlannedFault.of(Misconfiguration.of(mistake, issuer), port(there));
                })
                .overTls();
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
