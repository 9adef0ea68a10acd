package dev.chaos4j.servers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.chaos4j.Chaos;
import dev.chaos4j.servers.FaultTable.Cell;
import dev.chaos4j.servers.client.Client;
import dev.chaos4j.servers.server.Endpoint;
import dev.chaos4j.servers.server.Server;
import dev.chaos4j.servers.server.Transport;
import dev.chaos4j.session.ActiveFault;
import dev.chaos4j.session.ChaosSession;
import dev.chaos4j.session.SessionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every cell of the tables in docs/faults.md is what the application really sees of that fault with that client, at a real
 * server, plain and over TLS; and the same client works again once the fault is disarmed.
 */
class RealServersIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final int MOST_TRIES = 3;

    private static final Host.Running SERVERS = new Host.Running();

    @AfterAll
    static void stopServers() {
        SERVERS.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyCellIsWhatTheApplicationSees() {
        Map<Column, List<Cell>> columns =
                FaultTable.read().stream().collect(groupingBy(Cell::column, LinkedHashMap::new, toList()));
        return columns.entrySet().stream()
                .map(column -> dynamicContainer(
                        column.getKey().toString(), column.getValue().stream().flatMap(RealServersIT::tests)));
    }

    private static Stream<DynamicTest> tests(Cell cell) {
        if (cell.isNotApplicable()) {
            return Stream.of();
        }
        return cell.row().transports().stream()
                .map(transport -> dynamicTest(cell.row().name() + ", " + transport, () -> check(cell, transport)));
    }

    /**
     * Clients that work on several threads can tell the same end in more than one way, whichever thread comes first: a cell is
     * what is seen within a few tries, each with a client of its own.
     */
    private static void check(Cell cell, Transport transport) throws Exception {
        List<String> seen = new ArrayList<>();
        while (seen.size() < MOST_TRIES && cell.over(transport).stream().noneMatch(seen::contains)) {
            seen.add(see(cell, transport));
        }
        assertThat(seen).containsAnyElementsOf(cell.over(transport));
    }

    /** What the application sees; fails unless the same client works again afterwards. */
    private static String see(Cell cell, Transport transport) throws Exception {
        Endpoint there = SERVERS.server(cell.column().host()).at(transport);
        Row row = cell.row();
        try (Client client = cell.column().maker().open(there, row.patience());
                ChaosSession session = Chaos.session(SessionOptions.jvm())) {
            if (row.connection() == Row.Connection.POOLED) {
                awaitAnswer(client);
            }
            String seen;
            try (ActiveFault armed =
                    session.arm(row.plan().apply(new Row.Place(cell.column().host(), there)))) {
                seen = Seen.of(client::ask, Server.ANSWER) + (armed.fired() == 0 ? Seen.NOT_MET : "");
                assertThat(armed.status().notApplied()).isEmpty();
            }
            awaitAnswer(client);
            return seen;
        }
    }

    /** As an application that is asked again and again. */
    private static void awaitAnswer(Client client) {
        await().atMost(LONG).until(() -> Seen.of(client::ask, Server.ANSWER), Seen.WORKS::equals);
    }

    @Test
    void everyClientHasAColumnAndEveryFaultARow() {
        List<String> missing = new ArrayList<>();
        List<Cell> cells = FaultTable.read();
        for (Column column : Column.values()) {
            for (Row row : Row.ALL) {
                if (cells.stream()
                        .noneMatch(cell -> cell.column() == column && cell.row().equals(row))) {
                    missing.add(column + " has no cell for " + row.name());
                }
            }
        }

        assertThat(missing).isEmpty();
    }
}
