package dev.chaos4j.agent.tests.harness;

import static dev.chaos4j.agent.tests.harness.Waiting.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A shop in a JVM of its own. */
public final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final BufferedWriter commands;
    private final Output out;
    private final Output err;
    private int answered;

    private ForkedJvm(Process process) {
        this.process = process;
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.out = new Output(process.getInputStream());
        this.err = new Output(process.getErrorStream());
    }

    /** Starts the shop and waits until it answers. */
    public static ForkedJvm start(String... jvmArguments) {
        // only what the shop needs: an agent on the class path would hide that the JVM must bring it
        return startMain("shop.Shop", TestClasses.directory().toString(), jvmArguments);
    }

    /** Starts a variant of the shop and waits until it answers. */
    public static ForkedJvm startMain(String main, String classPath, String... jvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(AgentJar.java());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", classPath, main));
        try {
            ForkedJvm jvm = new ForkedJvm(new ProcessBuilder(command).start());
            jvm.nextAnswer();
            return jvm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** What the shop answers to a command. */
    public String ask(String command) {
        try {
            commands.write(command);
            commands.newLine();
            commands.flush();
        } catch (IOException e) {
            throw new IllegalStateException("The shop has closed: " + err.text(), e);
        }
        return nextAnswer();
    }

    private String nextAnswer() {
        await().pollInterval(Duration.ofMillis(2)).until(() -> answers().size() > answered || !process.isAlive());
        if (answers().size() <= answered) {
            throw new IllegalStateException("The shop has closed: " + out.text() + err.text());
        }
        return answers().get(answered++).substring(2);
    }

    private List<String> answers() {
        return out.lines().stream().filter(line -> line.startsWith("= ")).toList();
    }

    public String output() {
        return out.text();
    }

    public void awaitError(String part) {
        await().alias(part).until(() -> err.text().contains(part));
    }

    public String errors() {
        return err.text();
    }

    /** The lines on standard error that are from the agent. */
    public List<String> agentLines() {
        return err.lines().stream().filter(line -> line.startsWith("chaos4j:")).toList();
    }

    /** Ends it by itself, as at the end of its input; after that nothing that it printed is still on its way. */
    public int end() {
        try {
            commands.close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The shop did not end");
            }
            out.awaitEnd();
            err.awaitEnd();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
