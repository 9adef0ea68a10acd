package dev.chaos4j.examples.storefront.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The demo in a JVM of its own, as the script runs it, with its output piped. */
final class PlayedDemo implements AutoCloseable {
    private static final int LONGEST_SECONDS = 20;

    private final List<String> lines = new ArrayList<>();
    private final Process process;
    private final BufferedReader output;

    private PlayedDemo(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static PlayedDemo start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dchaos4j.agent.jar=" + System.getProperty("chaos4j.agent.jar"),
                "-Ddemo.directory=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                DemoMain.class.getName()));
        command.addAll(List.of(arguments));
        return new PlayedDemo(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Reads on until a line with this text, or to the end. */
    void readUntil(String text) throws IOException {
        String line = output.readLine();
        while (line != null) {
            lines.add(line);
            line = line.contains(text) ? null : output.readLine();
        }
    }

    /** Reads to the end. */
    int exitCode() throws IOException, InterruptedException, TimeoutException {
        output.lines().forEach(lines::add);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("The demo says nothing more and does not end: " + screen());
        }
        return process.exitValue();
    }

    String screen() {
        return String.join("\n", lines);
    }

    /** The JVMs that it has started and that run now. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
