package dev.chaos4j.examples.storefront.demo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The demo's command: {@code DemoMain [--outage SECONDS] [SCENARIO]}, a name of the catalogue, {@code
 * s3-2017-wrong-input} if left out.
 *
 * <p>Needs {@code -Dchaos4j.agent.jar=...}; takes {@code -Ddemo.directory=...} for its results and {@code -Ddemo.tty=true}
 * if standard output is a terminal, and {@code -Ddemo.columns=...} for its width. Exit code 0: the naive shop deviated and the hardened one held. 1: it came out
 * otherwise. 2: the demo could not be played. 130: it was interrupted.
 */
public final class DemoMain {
    private static final int NOT_PLAYED = 2;

    private DemoMain() {}

    /**
     * Runs the demo and ends this JVM.
     *
     * @param args the length of the outage and the scenario's name, or nothing
     */
    public static void main(String[] args) {
        Terminal terminal = Terminal.standard(
                Boolean.getBoolean("demo.tty"), Integer.getInteger("demo.columns", 0), System.getenv());
        Thread goodbye = new Thread(() -> stop(terminal), "goodbye");
        Runtime.getRuntime().addShutdownHook(goodbye);
        int exitCode = run(terminal, args);
        Child.endAll();
        if (isRemoved(goodbye)) {
            System.exit(exitCode);
        }
    }

    private static int run(Terminal terminal, String... args) {
        try {
            Options options = Options.of(args);
            Path jar = Path.of(System.getProperty("chaos4j.agent.jar", "chaos-agent.jar"));
            Path directory = Path.of(System.getProperty("demo.directory", "target/demo"));
            return new Demo(terminal, new AgentCli(jar), directory, options).run() ? 0 : 1;
        } catch (DemoFailure | IllegalArgumentException e) {
            terminal.line("The demo could not be played. " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            terminal.line("The demo could not be played: " + e);
        } catch (InterruptedException e) {
            terminal.line("The demo could not be played to its end: it was interrupted");
        }
        return NOT_PLAYED;
    }

    /** On Ctrl-C and its like: whatever else wants to speak comes too late. */
    private static void stop(Terminal terminal) {
        terminal.last("Stopped before the end. The shops and their clouds are ended, and what was armed with them.");
        Child.endAll();
    }

    /** False if this JVM is ending already. */
    private static boolean isRemoved(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
