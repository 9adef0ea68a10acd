package dev.chaos4j.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands in the Markdown files are commands of {@code chaos-agent.jar}. They are run as they stand, but for a JVM
 * that does not exist: what is asked for here is that they are understood.
 */
@Timeout(60)
class CommandLinesIT {

    /** Exit codes of docs/agent.md: the command cannot be understood, the scenario has an error. */
    private static final List<Integer> MISUNDERSTOOD = List.of(2, 3);

    private static final String JAR = "chaos-agent.jar";
    private static final String NO_PROCESS = "999999999";

    @TempDir
    private Path directory;

    static Stream<Command> commands() {
        return Tree.pages().stream()
                .flatMap(page ->
                        Stream.of("sh", "shell", "bash", "console").flatMap(language -> page.blocks(language).stream()))
                .flatMap(block -> block.lines().stream().map(line -> new Command(block, line.strip())))
                .filter(command -> command.line.matches("(\\$ )?java -jar \\S*" + JAR + " .*"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandIsUnderstood(Command command) throws Exception {
        Run run = run(command.arguments());

        assertThat(MISUNDERSTOOD)
                .as("%s: exit code %d and\n%s", command, run.exitCode, run.output)
                .doesNotContain(run.exitCode);
    }

    @Test
    void noticesWhatIsNoCommand() throws Exception {
        assertThat(run(List.of("atach", NO_PROCESS)).exitCode).isEqualTo(2);
    }

    private Run run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar()));
        for (String argument : arguments) {
            command.add(argument.endsWith(".yaml") ? scenario() : argument);
        }
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(50, SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    private static String jar() {
        Path target = Path.of("chaos-agent", "javaagent", System.getProperty("chaos4j.target", "target"));
        return Tree.root().resolve(target).resolve(JAR).toString();
    }

    private String scenario() throws IOException {
        String any = ScenarioFile.write(ScenarioFile.ofCatalogue("s3-2017-wrong-input"));
        return Files.writeString(directory.resolve("scenario.yaml"), any).toString();
    }

    private record Run(int exitCode, String output) {}

    private record Command(Block block, String line) {

        /** What stands after the jar, up to a comment or the next command; with a process id that nobody has. */
        List<String> arguments() {
            String own = line.substring(line.indexOf(JAR) + JAR.length()).split(" [#|>&;]", 2)[0];
            return Arrays.stream(own.strip().split("\\s+"))
                    .map(word -> word.matches("\\d+|\\$\\w+|\"?\\$PID\"?") ? NO_PROCESS : word)
                    .toList();
        }

        @Override
        public String toString() {
            return block + ": " + line;
        }
    }
}
