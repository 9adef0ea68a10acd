package dev.chaos4j.agent.tests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines that a process has printed up to now. */
final class Output {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    Output(InputStream stream) {
        reader = new Thread(() -> read(stream), "output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(cut off: " + e + ")");
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Until the process has closed it and everything is read. */
    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    String whole() throws InterruptedException {
        awaitEnd();
        return text();
    }
}
