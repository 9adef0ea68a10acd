package dev.chaos4j.examples.storefront.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What {@code status --watch --json} says, line by line, about the scenario in one shop. Thread-safe.
 */
final class Rehearsed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child watch;
    private volatile State last = new State(true, "attaching", 0, 0, 0);
    private volatile String lastLine = "nothing";
    private volatile boolean silent;

    Rehearsed(Child watch) {
        this.watch = watch;
        Thread reader = new Thread(this::read, "status-of-" + watch.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * What it said last.
     *
     * @throws DemoFailure if it says nothing more although the scenario is not over
     */
    State state() {
        if (silent && last.armed()) {
            throw new DemoFailure("The agent does not tell its status any more. It said last: " + lastLine);
        }
        return last;
    }

    @Override
    public void close() {
        watch.close();
    }

    private void read() {
        try {
            for (Optional<String> line = watch.line(); line.isPresent(); line = watch.line()) {
                lastLine = line.get();
                if (lastLine.startsWith("{")) {
                    last = parse(lastLine);
                }
            }
        } catch (IOException e) {
            // no JSON: what it said last tells
        } finally {
            silent = true;
        }
    }

    private static State parse(String line) throws IOException {
        JsonNode status = JSON.readTree(line);
        long fired = 0;
        for (JsonNode fault : status.path("faults")) {
            fired += fault.path("fired").asLong();
        }
        return new State(
                status.path("armed").asBoolean(),
                status.path("stage").asText(),
                status.path("stageLeftMillis").asLong(),
                status.path("leftMillis").asLong(),
                fired);
    }

    /**
     * The state of the scenario.
     *
     * @param armed whether it still runs
     * @param stage the name of its stage
     * @param stageLeftMillis the time left in the stage
     * @param leftMillis the time left in all stages
     * @param fired injections so far
     */
    record State(boolean armed, String stage, long stageLeftMillis, long leftMillis, long fired) {}
}
