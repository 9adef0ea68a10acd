package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ControlClient;
import dev.chaos4j.agent.control.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows what is armed in a JVM, what it matched and did, and how long it has left.")
final class StatusCommand implements Callable<Integer> {

    private final Agents agents;

    @Mixin
    private JvmOptions jvm = new JvmOptions();

    @Option(
            names = "--watch",
            description = "Print it every second until nothing is armed any more; with --json one line each time.")
    private boolean watch;

    StatusCommand(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Integer call() throws InterruptedException {
        ControlClient agent = agents.require(jvm.pid, jvm.control);
        return watch ? watch(agent) : agents.send(agent, Request.of("status"));
    }

    private int watch(ControlClient agent) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        int exitCode;
        try {
            do {
                exitCode = agents.send(agent, Request.of("status"));
            } while (isArmed(agent) && !never.await(1, TimeUnit.SECONDS));
            return exitCode;
        } catch (CommandFailure e) {
            agents.require(jvm.pid, jvm.control); // somebody may have detached the agent meanwhile
            throw e;
        }
    }

    private boolean isArmed(ControlClient agent) {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        agents.send(agent, Request.of("state"), state);
        return state.toString(StandardCharsets.UTF_8).startsWith("armed");
    }
}
