package dev.chaos4j.agent.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.chaos4j.agent.weaving.Rule;
import java.io.File;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes of the JDK that somebody may want to fail, and whose failing leaves us alive. */
class JdkOptInTest {

    static Stream<Arguments> classes() {
        Path here = Path.of(".");
        return Stream.of(
                arguments("java.util.UUID#randomUUID", (Callable<Object>) UUID::randomUUID),
                arguments("java.util.Base64#getEncoder", (Callable<Object>) Base64::getEncoder),
                arguments("java.time.Instant#now()", (Callable<Object>) Instant::now),
                arguments("java.io.File#listFiles()", (Callable<Object>)
                        () -> here.toFile().listFiles()),
                arguments("java.io.RandomAccessFile#<init>(File, String)", (Callable<Object>) () -> {
                    try (RandomAccessFile file = new RandomAccessFile(new File("pom.xml"), "r")) {
                        return file;
                    }
                }),
                arguments("java.nio.file.Files#isDirectory", (Callable<Object>) () -> Files.isDirectory(here)),
                arguments("java.net.Socket#setSoTimeout", (Callable<Object>) () -> {
                    try (Socket socket = SocketFactory.getDefault().createSocket()) {
                        socket.setSoTimeout(1);
                        return socket;
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classes")
    void isWovenOnceItIsAllowed(String pattern, Callable<Object> call) throws Exception {
        call.call();
        try (Rig rig = new Rig()) {
            Rule rule = rig.weave(pattern);

            call.call();

            assertThat(rule.signatures()).isNotEmpty();
            assertThat(rig.gate.entered()).isEqualTo(1);
        }
    }
}
