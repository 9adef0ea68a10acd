package dev.chaos4j.examples.storefront;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A main class of this class path in a JVM of its own, which says {@code key=value} lines and then {@code ready}. */
public final class ForkedJvm implements AutoCloseable {
    private final Map<String, String> said = new LinkedHashMap<>();
    private final Process process;

    private ForkedJvm(Process process) {
        this.process = process;
    }

    /** Starts it and waits for {@code ready}, or for its end. */
    public static ForkedJvm start(Class<?> main, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        try {
            ForkedJvm jvm = new ForkedJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            jvm.readUntilReady();
            return jvm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said before it was ready, by key; a line without {@code =} is its own key. */
    public Map<String, String> said() {
        return said;
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readUntilReady() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.equals("ready")) {
            int equals = line.indexOf('=');
            said.put(equals < 0 ? line : line.substring(0, equals), line.substring(equals + 1));
            line = lines.readLine();
        }
    }
}
