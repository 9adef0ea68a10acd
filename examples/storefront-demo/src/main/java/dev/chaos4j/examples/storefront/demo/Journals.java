package dev.chaos4j.examples.storefront.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the agent's journal and the shop's own into one. Both count nanoseconds of the same JVM's clock, but from
 * different beginnings; the moment of {@link ShopMain#MARK} is in both.
 */
final class Journals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ObjectNode> agent;
    private final List<ObjectNode> shop;

    private Journals(List<ObjectNode> agent, List<ObjectNode> shop) {
        this.agent = agent;
        this.shop = shop;
    }

    /**
     * Writes the entries of both files in the order of their time into {@code whole}.
     *
     * @throws DemoFailure if a file cannot be read or written, or the mark is missing
     */
    static void merge(Path agent, Path shop, Path whole) {
        try {
            Files.write(whole, new Journals(read(agent), read(shop)).merged());
        } catch (IOException e) {
            throw new UncheckedIOException("The journals cannot be put together", e);
        }
    }

    private static List<ObjectNode> read(Path file) throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (JSON.readTree(line) instanceof ObjectNode entry) {
                lines.add(entry);
            }
        }
        return lines;
    }

    private List<String> merged() throws JsonProcessingException {
        ObjectNode header = agent.get(0);
        ObjectNode began = mark(agent, "call-started", "name");
        long later = nanos(began) - nanos(mark(shop, "pattern-event", "event"));
        Set<Long> marking = marks(agent, "call-started", "name")
                .map(entry -> entry.path("call").asLong())
                .collect(Collectors.toSet());
        List<ObjectNode> entries = new ArrayList<>();
        agent.stream()
                .skip(1)
                .filter(entry -> !marking.contains(entry.path("call").asLong()))
                .forEach(entries::add);
        shop.stream()
                .skip(1)
                .filter(entry -> !entry.path("event").asText().equals(ShopMain.MARK))
                .forEach(entry -> entries.add(entry.put("nanos", Math.max(0, nanos(entry) + later))));
        entries.sort(Comparator.comparingLong(Journals::nanos));
        renumber(entries, header.path("dropped").asLong());
        List<String> lines = new ArrayList<>(List.of(JSON.writeValueAsString(header)));
        for (ObjectNode entry : entries) {
            lines.add(JSON.writeValueAsString(entry));
        }
        return lines;
    }

    /** Numbers the entries anew, also where one of the agent's names another: a firing that is taken back. */
    private static void renumber(List<ObjectNode> entries, long before) {
        Map<Long, Long> injected = new HashMap<>();
        long sequence = before;
        for (ObjectNode entry : entries) {
            sequence++;
            if (entry.path("type").asText().equals("injected")) {
                injected.put(entry.path("sequence").asLong(), sequence);
            } else if (entry.has("injected")) {
                entry.put(
                        "injected", injected.getOrDefault(entry.path("injected").asLong(), 0L));
            }
            entry.put("sequence", sequence);
        }
    }

    private static ObjectNode mark(List<ObjectNode> entries, String type, String key) {
        return marks(entries, type, key)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new DemoFailure(
                        "The journals have no moment in common: the scenario was over before the mark was set"));
    }

    private static Stream<ObjectNode> marks(List<ObjectNode> entries, String type, String key) {
        return entries.stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .filter(entry -> entry.path(key).asText().endsWith(ShopMain.MARK));
    }

    private static long nanos(ObjectNode entry) {
        return entry.path("nanos").asLong();
    }
}
