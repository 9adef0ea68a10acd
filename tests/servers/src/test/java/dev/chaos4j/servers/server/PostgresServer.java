package dev.chaos4j.servers.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** PostgreSQL: a process of its own, one port for both transports. */
public final class PostgresServer implements Server {

    /** Who may use it. */
    public static final String USER = "shop";

    /** And with what. */
    public static final String PASSWORD = "open-sesame";

    /** The database and, in it, the schema with the answer. */
    public static final String DATABASE = "postgres";

    private final Authority authority;
    private final Path directory;
    private final Path data;
    private final Programs programs;
    private final int port;
    private final Thread atExit = new Thread(this::stop, "postgresql-stop");

    private PostgresServer(Authority authority) throws IOException {
        this.authority = authority;
        this.directory = Files.createTempDirectory("chaos4j-postgresql");
        this.data = directory.resolve("data");
        this.programs = new Programs(directory);
        this.port = FreePort.next();
    }

    /** Unpacks it, makes a database with one answer in it, and starts it. */
    public static PostgresServer start(Authority authority) throws IOException, SQLException {
        PostgresServer server = new PostgresServer(authority);
        PostgresArchive.unpack(server.directory);
        server.initialize();
        Runtime.getRuntime().addShutdownHook(server.atExit);
        server.pgCtl("start", "-l", server.directory.resolve("log.txt").toString());
        server.fill();
        return server;
    }

    private void initialize() throws IOException {
        Path password = Files.writeString(directory.resolve("password.txt"), PASSWORD);
        programs.hand(password);
        programs.run(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        Identity identity = authority.issue();
        ours("server.crt", identity.certificatePem());
        ours("server.key", identity.keyPem());
        ours(
                "postgresql.auto.conf",
                String.join(
                        "\n",
                        "port = " + port,
                        "listen_addresses = '127.0.0.1'",
                        "unix_socket_directories = ''",
                        "fsync = off",
                        "ssl = on",
                        ""));
    }

    private void ours(String name, String content) throws IOException {
        Path file = data.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, content);
        programs.hand(file);
    }

    private void pgCtl(String... verb) throws IOException {
        String[] command = Stream.concat(
                        Stream.of(program("pg_ctl"), "--pgdata=" + data, "--wait", "--timeout=60"), Stream.of(verb))
                .toArray(String[]::new);
        programs.run(command);
    }

    private String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private void fill() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema shop");
            statement.execute("create table shop.answers as select '" + ANSWER + "' as answer");
        }
    }

    @Override
    public Endpoint at(Transport transport) {
        return new Endpoint(port, transport, authority);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        try {
            pgCtl("stop", "--mode=immediate");
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
