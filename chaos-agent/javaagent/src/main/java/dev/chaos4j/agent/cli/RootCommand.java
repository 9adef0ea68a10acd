package dev.chaos4j.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "chaos-agent",
        description = "Rehearses outages in a running JVM of this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed that no other code names",
            "2:the command or its options cannot be understood",
            "3:the scenario file has an error; nothing was armed",
            "4:the JVM cannot be attached to",
            "5:no agent is in that JVM",
            "6:another scenario is armed there",
            "7:a target of the scenario matches nothing there"
        })
final class RootCommand implements Runnable {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    RootCommand(Console console) {
        this.console = console;
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    void json(boolean use) {
        console.useJson(use);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command");
        }
    }
}
