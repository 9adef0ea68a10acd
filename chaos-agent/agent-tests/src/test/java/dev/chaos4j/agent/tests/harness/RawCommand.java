package dev.chaos4j.agent.tests.harness;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Commands that users cannot give: the control channel without the command line. */
public final class RawCommand {

    private RawCommand() {}

    /** Sends a command without options; the reply as it comes, lengths and all. */
    public static String send(long pid, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(pid)))) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeInt(0xC4A0_0001);
            out.writeInt(command.length());
            out.write(command.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(0);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where the agent of this JVM listens. */
    public static Path socket(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".chaos4j-" + pid + "-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("control");
        }
    }
}
