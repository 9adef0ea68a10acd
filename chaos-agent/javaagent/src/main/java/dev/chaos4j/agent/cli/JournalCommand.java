package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Request;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** What was there stays unless the whole journal has come. */
    private int export(ControlClient agent, Path file) {
        try {
            Path part = part(file);
            try {
                return export(agent, file, part);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "cannot-write", "The journal cannot be written to " + file + ": " + e);
        }
    }

    /** Beside the file, so that it can take its name; elsewhere if that is no file but, for example, a pipe. */
    private static Path part(Path file) throws IOException {
        return isPlain(file)
                ? file.resolveSibling(file.getFileName() + ".part")
                : Files.createTempFile("chaos4j-journal", ".part");
    }

    private static boolean isPlain(Path file) {
        return Files.notExists(file, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private int export(ControlClient agent, Path file, Path part) throws IOException {
        int exitCode;
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
            exitCode = agents.send(agent, Request.of("journal"), to);
        }
        if (exitCode != ExitCode.OK) {
            console.print(exitCode, Files.readString(part));
            return exitCode;
        }
        if (isPlain(file)) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            write(part, file);
        }
        console.print(ExitCode.OK, console.json() ? asJson(file) : "The journal is in " + file + ".");
        return ExitCode.OK;
    }

    private static void write(Path part, Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            Files.copy(part, to);
        }
    }

    private static String asJson(Path file) {
        return Console.asJson(generator -> {
            generator.writeStartObject();
            generator.writeStringField("journal", file.toString());
            generator.writeEndObject();
        });
    }
}
