package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ExitCode;
import dev.chaos4j.agent.control.Failure;
import dev.chaos4j.agent.source.ScenarioRefused;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command. */
public final class CommandLineMain {

    private static final String ATTACH_MODULE = "com/sun/tools/attach/";

    private CommandLineMain() {}

    /**
     * Runs one command on the standard streams.
     *
     * @param jar {@code chaos-agent.jar}, which commands load into JVMs
     * @param arguments the command and its options
     * @return the exit code, one of {@link ExitCode}
     */
    public static int run(Path jar, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(new Console(out, err), Processes.ofThisMachine(), jar, arguments);
    }

    static int run(Console console, Processes processes, Path jar, String... arguments) {
        console.useJson(List.of(arguments).contains("--json"));
        try {
            return commandLine(console, new Agents(console, processes, jar), arguments)
                    .execute(arguments);
        } catch (Error e) { // exceptions have been dealt with
            return console.printFailure(whyFailed(e));
        }
    }

    private static CommandLine commandLine(Console console, Agents agents, String... arguments) {
        CommandLine root = new CommandLine(new RootCommand(console));
        Map<String, Supplier<Object>> commands = commands(console, agents);
        String called = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(called)) {
            commands.keySet().retainAll(Set.of(called)); // setting up the others would take longer than most commands
        }
        commands.values().forEach(command -> root.addSubcommand(command.get()));
        return root.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((mistake, args) -> misunderstood(console, mistake))
                .setExecutionExceptionHandler((error, command, parsed) -> failed(console, error));
    }

    /** By name, in the order of the help. */
    private static Map<String, Supplier<Object>> commands(Console console, Agents agents) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("ps", () -> new PsCommand(console, agents));
        commands.put("attach", () -> new AttachCommand(agents));
        commands.put("status", () -> new StatusCommand(agents));
        commands.put("disarm", () -> new DisarmCommand(agents));
        commands.put("detach", () -> new DetachCommand(agents));
        commands.put("journal", () -> new JournalCommand(console, agents));
        commands.put("validate", () -> new ValidateCommand(console));
        commands.put("dry-run", () -> new DryRunCommand(agents));
        return commands;
    }

    private static int misunderstood(Console console, ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        List<String> unknown = command.getUnmatchedArguments();
        // a misspelt option is the reason why another one is missing
        ParameterException first = unknown.isEmpty() || mistake instanceof UnmatchedArgumentException
                ? mistake
                : new UnmatchedArgumentException(command, unknown);
        return console.printFailure(new Failure(
                ExitCode.USAGE,
                "usage",
                first.getMessage() + "." + nearest(first) + " '"
                        + command.getCommandSpec().qualifiedName() + " --help' lists what there is."));
    }

    private static String nearest(ParameterException mistake) {
        return mistake instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(word -> " Did you mean " + word + "?")
                        .orElse("")
                : "";
    }

    private static int failed(Console console, Exception error) {
        return console.printFailure(whyFailed(error));
    }

    private static Failure whyFailed(Throwable error) {
        if (error instanceof CommandFailure known) {
            return known.failure();
        }
        if (error instanceof NoClassDefFoundError
                && String.valueOf(error.getMessage()).startsWith(ATTACH_MODULE)) {
            return Refusals.noAttachModule().failure();
        }
        return error instanceof ScenarioRefused refused
                ? refused.failure()
                : new Failure(
                        ExitCode.FAILED, "unexpected", "An error inside the command line; please report it: " + error);
    }
}
