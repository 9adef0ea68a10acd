package dev.chaos4j.agent.tests.harness;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The packaged command line without a JVM for each command: for tests that need hundreds. */
public final class InProcessCli implements AutoCloseable {

    private final URLClassLoader loader;
    private final Method command;

    public InProcessCli() throws Exception {
        loader = new URLClassLoader(new URL[] {AgentJar.path().toUri().toURL()}, null);
        Constructor<?> constructor = loader.loadClass("dev.chaos4j.agent.HiddenClassLoader")
                .getDeclaredConstructor(File.class, ClassLoader.class);
        constructor.setAccessible(true);
        ClassLoader hidden =
                (ClassLoader) constructor.newInstance(AgentJar.path().toFile(), ClassLoader.getSystemClassLoader());
        command =
                hidden.loadClass("dev.chaos4j.agent.cli.CommandLineMain").getMethod("run", Path.class, String[].class);
    }

    /** How a command ended, and what it printed on either stream. */
    public record Answer(int exitCode, String printed) {}

    /** Runs a command that must succeed. */
    public void run(Object... arguments) throws Exception {
        Answer answer = answer(arguments);
        if (answer.exitCode != 0) {
            throw new AssertionError(
                    Arrays.toString(arguments) + " ended with " + answer.exitCode + ": " + answer.printed);
        }
    }

    /** Runs a command, however that ends. */
    public Answer answer(Object... arguments) throws Exception {
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        Object exitCode;
        try {
            exitCode = command.invoke(null, AgentJar.path(), words);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return new Answer((Integer) exitCode, printed.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
