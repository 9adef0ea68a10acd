package dev.chaos4j.examples.storefront.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The agent's command line, as everybody uses it: {@code java -jar chaos-agent.jar ...}. Thread-safe. */
final class AgentCli {
    private final Path jar;

    AgentCli(Path jar) {
        this.jar = jar;
    }

    /** The command as one would type it. */
    String typed(String... arguments) {
        return "java -jar chaos-agent.jar " + String.join(" ", arguments);
    }

    /**
     * Runs a command to its end; what it said.
     *
     * @throws DemoFailure if it fails, with what it said
     */
    String run(String... arguments) {
        try (Child command = start(arguments)) {
            StringBuilder said = new StringBuilder();
            for (Optional<String> line = command.line(); line.isPresent(); line = command.line()) {
                said.append(line.get()).append('\n');
            }
            int exitCode = command.await();
            if (exitCode != 0) {
                throw new DemoFailure("'" + typed(arguments) + "' ended with exit code " + exitCode + ": " + said);
            }
            return said.toString();
        }
    }

    /** Starts a command that goes on talking. */
    Child start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-jar", jar.toString()));
        all.addAll(List.of(arguments));
        return Child.java("agent's command '" + arguments[0] + "'", all);
    }
}
