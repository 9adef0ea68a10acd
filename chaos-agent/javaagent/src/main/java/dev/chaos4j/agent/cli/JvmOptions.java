package dev.chaos4j.agent.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which JVM a command is for. */
final class JvmOptions {

    @Parameters(paramLabel = "PID", description = "The process id of the JVM; the command 'ps' lists them.")
    long pid;

    @Option(
            names = "--control",
            paramLabel = "DIRECTORY",
            description = "Where the agent's control socket is, if the agent was told control=DIRECTORY.")
    @Nullable
    Path control;
}
