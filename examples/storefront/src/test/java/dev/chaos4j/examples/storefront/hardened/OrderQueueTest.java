package dev.chaos4j.examples.storefront.hardened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chaos4j.examples.storefront.shop.Order;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderQueueTest {
    @TempDir
    private Path directory;

    private OrderQueue queue;

    @BeforeEach
    void open() {
        queue = new OrderQueue(directory, 3);
    }

    @Test
    void givesOrdersBackInTheOrderTheyCame() {
        offer("a", "b", "c");

        assertThat(drain(queue)).containsExactly("a", "b", "c");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void takesNoMoreThanItsBound() {
        offer("a", "b", "c");

        assertThat(queue.offer(order("d"))).isFalse();
        queue.removeHead();
        assertThat(queue.offer(order("d"))).isTrue();
    }

    @Test
    void remembersAcrossARestartAndGoesOnNumbering() {
        offer("a", "b");
        queue.removeHead();

        OrderQueue reopened = new OrderQueue(directory, 3);
        reopened.offer(order("c"));

        assertThat(drain(reopened)).containsExactly("b", "c");
    }

    @Test
    void ignoresAnOrderThatWasNeverWrittenToItsEnd() throws Exception {
        offer("a");
        Files.writeString(directory.resolve("000000000002.json.draft"), "{\"id\":\"b\",");

        assertThat(drain(new OrderQueue(directory, 3))).containsExactly("a");
    }

    @Test
    void setsADamagedOrderAsideInsteadOfBlockingTheOthers() throws Exception {
        offer("a", "b");
        Path first = directory.resolve("000000000001.json");
        Files.writeString(first, "{\"id\":\"a\",");

        assertThat(queue.head().orElseThrow().id()).isEqualTo("b");
        assertThat(queue.size()).isEqualTo(1);
        assertThat(directory.resolve("000000000001.json.damaged")).exists();
    }

    @Test
    void saysWhichOrderItCannotRead() throws Exception {
        offer("a");
        Path first = directory.resolve("000000000001.json");
        Files.delete(first);

        assertThatThrownBy(queue::head)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The waiting order in " + first + " cannot be read");
    }

    private void offer(String... ids) {
        for (String id : ids) {
            assertThat(queue.offer(order(id))).isTrue();
        }
    }

    private static List<String> drain(OrderQueue queue) {
        List<String> ids = new ArrayList<>();
        while (queue.size() > 0) {
            ids.add(queue.head().orElseThrow().id());
            queue.removeHead();
        }
        return ids;
    }

    private static Order order(String id) {
        return new Order(id, id, "7", 1, "2017-02-28T17:37:00Z");
    }
}
