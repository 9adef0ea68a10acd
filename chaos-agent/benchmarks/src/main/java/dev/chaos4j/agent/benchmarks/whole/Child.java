package dev.chaos4j.agent.benchmarks.whole;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A JVM of its own that answers each line with one line. */
final class Child implements AutoCloseable {

    /** What a JVM that ended said last goes into the error, up to so many lines. */
    private static final int MOST_LINES = 50;

    private final List<String> arguments;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private Child(List<String> arguments, Process process) {
        this.arguments = arguments;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    static Child start(List<String> arguments) throws IOException {
        return new Child(
                arguments,
                new ProcessBuilder(command(arguments)).redirectErrorStream(true).start());
    }

    /** Runs a JVM to its end. */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(arguments + " ended with " + exitCode);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** The next line that begins with {@code =}, without that. */
    String answer() throws IOException {
        Deque<String> said = new ArrayDeque<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("= ")) {
                return line.substring(2);
            }
            said.add(line);
            if (said.size() > MOST_LINES) {
                said.remove();
            }
        }
        throw new IllegalStateException("The measured JVM has ended without an answer. It was started with " + arguments
                + ", and said last:\n" + String.join("\n", said));
    }

    String ask(String question) throws IOException {
        in.write(question);
        in.newLine();
        in.flush();
        return answer();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
