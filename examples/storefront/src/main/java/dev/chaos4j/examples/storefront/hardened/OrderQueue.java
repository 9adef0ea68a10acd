package dev.chaos4j.examples.storefront.hardened;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.chaos4j.examples.storefront.shop.Json;
import dev.chaos4j.examples.storefront.shop.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders that have a receipt and are not stored yet: first in, first out, never more than a bound, one file each, so
 * that they outlive the process. Thread-safe; one process per directory.
 */
final class OrderQueue {
    private static final Logger LOG = LoggerFactory.getLogger(OrderQueue.class);
    private static final String SUFFIX = ".json";

    private final Path directory;
    private final int bound;
    private final Deque<Path> files = new ArrayDeque<>();
    private long next;

    /** Opens the queue and finds the orders that an earlier process left there. */
    OrderQueue(Path directory, int bound) {
        this.directory = directory;
        this.bound = bound;
        try {
            Files.createDirectories(directory);
            try (Stream<Path> left = Files.list(directory)) {
                left.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(files::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The order queue cannot use directory " + directory, e);
        }
        next = files.isEmpty() ? 1 : number(files.getLast()) + 1;
    }

    /** Keeps the order on disk; false if the queue is full. */
    synchronized boolean offer(Order order) {
        if (files.size() >= bound) {
            return false;
        }
        files.add(write(order, next));
        next++;
        return true;
    }

    /** The order that waits longest. A damaged one is set aside for a human, because all others wait behind it. */
    synchronized Optional<Order> head() {
        while (!files.isEmpty()) {
            Path file = files.element();
            try {
                return Optional.of(Json.read(Files.readString(file), Order.class));
            } catch (JsonProcessingException e) {
                setAside(file, e);
            } catch (IOException e) {
                throw new UncheckedIOException("The waiting order in " + file + " cannot be read", e);
            }
        }
        return Optional.empty();
    }

    /** Forgets the order that waits longest, once it is stored. */
    synchronized void removeHead() {
        try {
            Files.delete(files.element());
            files.remove();
        } catch (IOException e) {
            throw new UncheckedIOException("The stored order in " + files.element() + " cannot be removed", e);
        }
    }

    synchronized int size() {
        return files.size();
    }

    private void setAside(Path file, JsonProcessingException damage) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        LOG.error("The waiting order in {} is damaged; see {} and carry it out by hand", file, aside, damage);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            files.remove();
        } catch (IOException e) {
            throw new UncheckedIOException("The damaged order in " + file + " cannot be set aside", e);
        }
    }

    /** Writes to another name first: a file under its own name is always a whole order. */
    private Path write(Order order, long number) {
        String name = String.format(Locale.ROOT, "%012d%s", number, SUFFIX);
        Path draft = directory.resolve(name + ".draft");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.write(order).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The order cannot be kept in " + directory, e);
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
