package dev.chaos4j.agent.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.agent.tests.harness.AgentJar;
import dev.chaos4j.agent.tests.harness.Cli;
import dev.chaos4j.agent.tests.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of method is reached by the packaged jar, by attaching as from the start. */
class WeavingIT {

    /** By the name that the shop knows it by: the target. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("static", "shop.Kinds#ofClass");
        KINDS.put("final", "shop.Kinds$Methods#sealed");
        KINDS.put("private", "shop.Kinds$Methods#hidden");
        KINDS.put("synchronized", "shop.Kinds$Methods#locked");
        KINDS.put("constructor", "shop.Kinds$Made#<init>");
        KINDS.put("implementer", "shop.Kinds$LatePort#ask");
        KINDS.put("default", "+shop.Kinds$Port#askTwice");
        KINDS.put("lambda", "shop.Kinds#lambda$static$*");
        KINDS.put("primitive", "shop.Kinds$Methods#number");
        KINDS.put("jdk", "java.util.BitSet#cardinality");
    }

    @TempDir
    Path directory;

    @Test
    void everyKindOfMethodIsReachedByAttachingAndLeftAgain() throws IOException {
        try (ForkedJvm shop = ForkedJvm.start()) {
            assertAll(shop, false);

            assertThat(Cli.run("attach", shop.pid(), "--scenario", scenario(), "--jdk", "java.util.BitSet")
                            .exitCode())
                    .isZero();
            assertAll(shop, true);

            assertThat(Cli.run("detach", shop.pid()).exitCode()).isZero();
            assertAll(shop, false);
        }
    }

    @Test
    void everyKindOfMethodIsReachedFromTheStart() throws IOException {
        String agent = "-javaagent:" + AgentJar.path() + "=scenario=" + scenario() + ",jdk=java.util.BitSet";
        try (ForkedJvm shop = ForkedJvm.start(agent)) {
            assertAll(shop, true);
        }
    }

    @Test
    void aClassOfTheJdkIsNotReachedUnlessItIsAllowed() throws IOException {
        try (ForkedJvm shop = ForkedJvm.start()) {
            Cli.Result attached = Cli.run("attach", shop.pid(), "--scenario", scenario());

            assertThat(attached.out()).contains("java.util.BitSet", "jdk=java.util.BitSet");
            assertThat(shop.ask("call jdk")).isEqualTo("calm");
            assertThat(shop.ask("call static")).isEqualTo("struck static");
        }
    }

    private static void assertAll(ForkedJvm shop, boolean struck) {
        KINDS.keySet()
                .forEach(kind ->
                        assertThat(shop.ask("call " + kind)).as(kind).isEqualTo(struck ? "struck " + kind : "calm"));
    }

    private Path scenario() throws IOException {
        StringBuilder text = new StringBuilder("chaos4j: 1\nname: kinds\nfaults:\n");
        KINDS.forEach((kind, target) -> text.append("  of-" + kind + ":\n    target: \"" + target + "\"\n"
                + "    failure: {type: java.lang.IllegalStateException, message: struck " + kind + "}\n"));
        text.append("stages:\n  - name: outage\n    for: 10m\n    faults: [");
        KINDS.keySet().forEach(kind -> text.append("of-" + kind + ", "));
        text.setLength(text.length() - 2);
        return Files.writeString(directory.resolve("kinds.yaml"), text.append("]\n"));
    }
}
