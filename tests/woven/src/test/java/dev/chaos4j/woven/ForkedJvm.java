package dev.chaos4j.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs one test class on this one's class path. */
final class ForkedJvm {

    private ForkedJvm() {}

    /** What it printed, on either stream, once it has ended. */
    static String run(Class<?> testClass, String... options) throws IOException, InterruptedException {
        Path output = Files.createTempFile("forked", ".txt");
        try {
            Process process = new ProcessBuilder(command(testClass, options))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(90, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output, StandardCharsets.UTF_8).replace("\r\n", "\n");
            assertThat(ended).as("ended within 90 s, having printed %s", text).isTrue();
            return text;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static List<String> command(Class<?> testClass, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(RunOneClass.class.getName());
        command.add(testClass.getName());
        return command;
    }
}
