package dev.chaos4j.agent.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.byteman.agent.Main;

/** A Byteman rule at each method of the work whose condition is false. */
final class BytemanRule {

    private static final String RULE = """
            RULE idle add
            CLASS dev.chaos4j.agent.benchmarks.PlainWork
            METHOD add
            AT ENTRY
            IF FALSE
            DO traceln("never")
            ENDRULE
            RULE idle same
            CLASS dev.chaos4j.agent.benchmarks.PlainWork
            METHOD same
            AT ENTRY
            IF FALSE
            DO traceln("never")
            ENDRULE
            """;

    private BytemanRule() {}

    /** The JVM argument that loads Byteman with the rule. */
    static String agentArgument() {
        try {
            Path script = Files.createTempFile("idle", ".btm");
            script.toFile().deleteOnExit();
            Files.writeString(script, RULE);
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return "-javaagent:" + jar + "=script:" + script;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
