package dev.chaos4j.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFilesTest {

    @TempDir
    Path place;

    @Test
    void findsTheDirectoryOfAProcessAndNoOthers() throws IOException {
        Path made = ControlFiles.create(4711, List.of(place));
        ControlFiles.create(47110, List.of(place));

        assertThat(ControlFiles.find(4711, place, null)).containsExactly(made);
    }

    @Test
    void ignoresADirectoryThatBelongsToSomebodyElse() throws IOException {
        Path made = ControlFiles.create(4711, List.of(place));

        assertThat(ControlFiles.find(4711, place, user("mallory"))).isEmpty();
        assertThat(ControlFiles.find(4711, place, Files.getOwner(made))).containsExactly(made);
    }

    @Test
    void ignoresALinkToADirectoryElsewhere(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(place.resolve(".chaos4j-4711-1"), elsewhere);

        assertThat(ControlFiles.find(4711, place, null)).isEmpty();
    }

    @Test
    void takesTheNextPlaceIfTheFirstRefuses() throws IOException {
        Path made = ControlFiles.create(4711, List.of(place.resolve("missing"), place));

        assertThat(made).hasParent(place);
    }

    @Test
    void namesEveryPlaceThatRefused() {
        Path first = place.resolve("missing");
        Path second = place.resolve("missing too");

        assertThatThrownBy(() -> ControlFiles.create(4711, List.of(first, second)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(first.toString())
                .hasMessageContaining(second.toString())
                .hasMessageContaining("control=DIRECTORY");
    }

    @Test
    void removesWhatADeadProcessOfTheSameNumberLeft() throws IOException {
        Path left = ControlFiles.create(4711, List.of(place));
        Files.createFile(left.resolve("control"));

        Path made = ControlFiles.create(4711, List.of(place));

        assertThat(left).doesNotExist();
        assertThat(made).exists();
    }

    @Test
    void leavesALiveProcessOfTheSameNumberAlone() throws IOException {
        Path alive = ControlFiles.create(4711, List.of(place));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(alive.resolve("control")));

            ControlFiles.create(4711, List.of(place));

            assertThat(alive).exists();
        }
    }

    @Test
    void readsTheNumberThatAProcessHasInsideItsContainer(@TempDir Path proc) throws IOException {
        Files.createDirectory(proc.resolve("4711"));
        Files.writeString(proc.resolve("4711/status"), "Name:\tjava\nNSpid:\t4711\t12\t1\nThreads:\t20\n");

        assertThat(ControlPlaces.pidInside(proc, 4711)).isEqualTo(1);
        assertThat(ControlPlaces.pidInside(proc, 9)).isEqualTo(9);
    }

    @Test
    void looksThroughTheEyesOfTheProcessFirst(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("4711/root"));

        assertThat(ControlPlaces.forCommand(proc, 4711, Path.of("/run/chaos")))
                .containsExactly(proc.resolve("4711/root/run/chaos"), Path.of("/run/chaos"));
    }

    @Test
    void obeysTheOwnerAndRootOnly() {
        assertThat(Peer.mayCommand(user("app"), user("app"))).isTrue();
        assertThat(Peer.mayCommand(user("root"), user("app"))).isTrue();
        assertThat(Peer.mayCommand(user("mallory"), user("app"))).isFalse();
    }

    private static UserPrincipal user(String name) {
        return new NamedUser(name);
    }

    private record NamedUser(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }
}
