package dev.chaos4j.examples.storefront.demo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The demo's command: {@code DemoMain [SCENARIO]}, a name of the catalogue, {@code s3-2017-wrong-input} if left out.
 *
 * <p>Needs {@code -Dchaos4j.agent.jar=...}; takes {@code -Ddemo.directory=...} for its results and {@code -Ddemo.tty=true}
 * if standard output is a terminal. Exit code 0: the naive shop deviated and the hardened one held. 1: it came out
 * otherwise. 2: the demo could not be played.
 */
public final class DemoMain {
    private DemoMain() {}

    /**
     * Runs the demo and ends this JVM.
     *
     * @param args the scenario's name, or nothing
     */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Terminal terminal = Terminal.standard(Boolean.getBoolean("demo.tty"), System.getenv());
        try {
            Path jar = Path.of(System.getProperty("chaos4j.agent.jar", "chaos-agent.jar"));
            Path directory = Path.of(System.getProperty("demo.directory", "target/demo"));
            String scenario = args.length == 0 ? "s3-2017-wrong-input" : args[0];
            return new Demo(terminal, new AgentCli(jar), directory, scenario).run() ? 0 : 1;
        } catch (IOException | RuntimeException e) {
            terminal.line("The demo could not be played: " + e);
            return 2;
        } catch (InterruptedException e) {
            return 2;
        }
    }
}
