package dev.chaos4j.examples.storefront.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JVM that the demo starts and ends. None outlives the demo, however that ends. Thread-safe but for reading. */
final class Child implements AutoCloseable {
    private static final Set<Child> RUNNING = ConcurrentHashMap.newKeySet();
    /** Other lines may be warnings of libraries. */
    private static final Pattern SETTING = Pattern.compile("([a-z.]+)=(.*)");

    private static volatile boolean over;

    private final String name;
    private final @Nullable Path log;
    private final Process process;
    private final BufferedReader lines;

    private Child(String name, @Nullable Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts {@code java} with these arguments; what it says on standard error is read with the rest. */
    static Child java(String name, List<String> arguments) {
        return start(name, null, new ProcessBuilder(command(arguments)).redirectErrorStream(true));
    }

    /**
     * Starts a main class of the demo's own class path.
     *
     * @param log where its standard error goes; nobody reads that, and a full pipe would stop it
     * @param settings arguments of the form {@code key=value}
     */
    static Child main(String name, Class<?> main, Path log, Map<String, String> settings) {
        List<String> arguments =
                new ArrayList<>(List.of("-Xmx192m", "-cp", System.getProperty("java.class.path"), main.getName()));
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        return start(name, log, new ProcessBuilder(command(arguments)).redirectError(log.toFile()));
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // these JVMs live for a minute or two
        command.addAll(arguments);
        return command;
    }

    /** Ends all that run, and whatever is started from now on. */
    static void endAll() {
        over = true;
        RUNNING.forEach(Child::close);
    }

    private static Child start(String name, @Nullable Path log, ProcessBuilder builder) {
        try {
            Child child = new Child(name, log, builder.start());
            RUNNING.add(child);
            if (over) {
                child.close();
            }
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("The JVM of the " + name + " does not start", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The next line it says; empty once it has ended. */
    Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            return Optional.empty(); // closed while reading
        }
    }

    /**
     * What it says until {@code ready}, by key.
     *
     * @throws DemoFailure if it ends before that
     */
    Map<String, String> awaitReady() {
        Map<String, String> said = new LinkedHashMap<>();
        StringBuilder everything = new StringBuilder();
        Optional<String> line = line();
        while (line.isPresent() && !line.get().equals("ready")) {
            everything.append('\n').append(line.get());
            Matcher setting = SETTING.matcher(line.get());
            if (setting.matches()) {
                said.put(setting.group(1), setting.group(2));
            }
            line = line();
        }
        if (line.isEmpty()) {
            throw new DemoFailure("The " + name + " did not start. It said:" + everything + seeLog());
        }
        return said;
    }

    /** Writes a line to its standard input. */
    void tell(String line) {
        try {
            Writer in = process.outputWriter(StandardCharsets.UTF_8);
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new DemoFailure("The " + name + " has ended: " + e.getMessage() + "." + seeLog());
        }
    }

    /**
     * Makes sure that it still runs.
     *
     * @throws DemoFailure if it has ended
     */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new DemoFailure("The " + name + " (JVM " + pid() + ") has ended in the middle of it, with exit code "
                    + process.exitValue() + "." + seeLog());
        }
    }

    private String seeLog() {
        return log == null ? "" : " What it said on standard error is in " + log + ".";
    }

    /** Waits for its end; the exit code. */
    int await() {
        int exitCode = process.onExit().join().exitValue();
        RUNNING.remove(this);
        return exitCode;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        RUNNING.remove(this);
    }
}
