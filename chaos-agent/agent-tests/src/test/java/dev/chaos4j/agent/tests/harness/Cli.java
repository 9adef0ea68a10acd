package dev.chaos4j.agent.tests.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code java -jar chaos-agent.jar} as users do. */
public final class Cli {

    private Cli() {}

    /** What a command printed and how it ended. */
    public record Result(int exitCode, String out, String err) {}

    public static Result run(Object... arguments) {
        return runJar(List.of(), AgentJar.path(), arguments);
    }

    /** Runs it on a Java with these options. */
    public static Result runOn(List<String> javaOptions, Object... arguments) {
        return run(List.of(), javaOptions, AgentJar.path(), arguments);
    }

    /** Runs a copy of the jar, behind another command that, for example, changes the user. */
    public static Result runJar(List<String> prefix, Path jar, Object... arguments) {
        return run(prefix, List.of(), jar, arguments);
    }

    private static Result run(List<String> prefix, List<String> javaOptions, Path jar, Object... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(AgentJar.java());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            Output out = new Output(process.getInputStream());
            Output err = new Output(process.getErrorStream());
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within a minute: " + out.text() + err.text());
            }
            return new Result(process.exitValue(), out.whole(), err.whole());
        } catch (IOException e) {
            throw new IllegalStateException(command + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
