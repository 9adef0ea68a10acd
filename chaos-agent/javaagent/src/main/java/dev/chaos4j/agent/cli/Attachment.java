package dev.chaos4j.agent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** Loads the agent into a JVM that runs. Everything that the JVM may object to is told apart here. */
final class Attachment {

    private static final int OLDEST_JAVA = 17;
    private static final String PROBLEM = "chaos4j.agent.problem";

    private final Processes processes;

    Attachment(Processes processes) {
        this.processes = processes;
    }

    /**
     * Loads the agent.
     *
     * @param pid the JVM
     * @param jar {@code chaos-agent.jar}
     * @param arguments the agent's arguments
     * @throws CommandFailure if that is not possible; it says why
     */
    void load(long pid, Path jar, String arguments) {
        requireAttachable(pid);
        requireVisible(pid, jar);
        try {
            VirtualMachine vm = VirtualMachine.attach(Long.toString(pid));
            try {
                requireJava17(pid, vm.getSystemProperties());
                load(vm, pid, jar, arguments);
            } finally {
                vm.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw whyNot(pid, String.valueOf(e.getMessage()));
        }
    }

    private void requireAttachable(long pid) {
        if (!processes.exists(pid)) {
            throw Refusals.noSuchProcess(pid);
        }
        if (processes.isForeign(pid)) {
            throw Refusals.otherUser(pid, processes.owner(pid).orElse("?"), processes.self());
        }
        if (!processes.survivesAttach(pid)) {
            throw Refusals.notAJvm(pid);
        }
        if (processes.lacksTmp(pid)) {
            throw Refusals.noTmp(pid);
        }
    }

    private static void requireJava17(long pid, Properties system) {
        String version = system.getProperty("java.specification.version", "unknown");
        int feature = version.matches("[0-9]+") ? Integer.parseInt(version) : 0; // 1.8 and older have a dot
        if (feature < OLDEST_JAVA) {
            throw Refusals.tooOld(pid, version);
        }
    }

    /** Loading a jar that is not there would leave something behind in the JVM for ever. */
    private void requireVisible(long pid, Path jar) {
        if (jar.toString().contains("=")) {
            throw Refusals.jarPathIsCut(jar);
        }
        if (!processes.sees(pid, jar)) {
            throw Refusals.jarNotVisible(pid, jar);
        }
    }

    private static void load(VirtualMachine vm, long pid, Path jar, String arguments) throws IOException {
        try {
            vm.loadAgent(jar.toString(), arguments);
        } catch (AgentLoadException | AgentInitializationException e) {
            throw whyNotLoaded(pid, String.valueOf(e.getMessage()));
        }
        String problem = vm.getSystemProperties().getProperty(PROBLEM);
        if (problem != null) {
            throw Refusals.agentFailed(pid, problem);
        }
    }

    static CommandFailure whyNotLoaded(long pid, String detail) {
        return detail.contains("Dynamic agent loading is not enabled")
                ? Refusals.dynamicLoadingOff(pid)
                : Refusals.other(pid, detail);
    }

    private CommandFailure whyNot(long pid, String detail) {
        if (detail.contains("does not support the attach mechanism")) {
            return Refusals.attachDisabled(pid);
        }
        if (!processes.exists(pid)) {
            return Refusals.noSuchProcess(pid);
        }
        return detail.contains("doesn't respond") || detail.contains("Unable to open socket file")
                ? Refusals.notResponding(pid, detail)
                : Refusals.other(pid, detail);
    }
}
