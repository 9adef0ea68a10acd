package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Request;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "journal",
        description = "Exports the record of the run that is armed, or was last: one JSON object a line.")
final class JournalCommand implements Callable<Integer> {

    private final Console console;
    private final Agents agents;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, which is replaced. Default: standard output.")
    private @Nullable Path out;

    JournalCommand(Console console, Agents agents) {
        this.console = console;
        this.agents = agents;
    }

    @Override
    public Integer call() {
        ControlClient agent = agents.require(jvm.pid, jvm.control);
        Path file = out;
        return file == null ? agents.send(agent, Request.of("journal")) : export(agent, file);
    }

    private int export(ControlClient agent, Path file) {
        int exitCode;
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            exitCode = agents.send(agent, Request.of("journal"), to);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "cannot-write", "The journal cannot be written to " + file + ": " + e);
        }
        String done = "The journal is in " + file + ".";
        console.print(
                exitCode,
                console.json()
                        ? Console.asJson(generator -> {
                            generator.writeStartObject();
                            generator.writeStringField("journal", file.toString());
                            generator.writeEndObject();
                        })
                        : done);
        return exitCode;
    }
}
