package dev.chaos4j.agent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way of the agent into one JVM that runs. Everything that the JVM may object to is told apart here. Confined to one
 * thread at a time.
 */
final class Attachment implements AutoCloseable {

    private static final int OLDEST_JAVA = 17;
    private static final String PROBLEM = "chaos4j.agent.problem";

    private final long pid;
    private final Path jar;
    private final VirtualMachine vm;

    private Attachment(long pid, Path jar, VirtualMachine vm) {
        this.pid = pid;
        this.jar = jar;
        this.vm = vm;
    }

    /**
     * Makes the JVM listen; it feels nothing else of it.
     *
     * @param jar {@code chaos-agent.jar}
     * @throws CommandFailure if it cannot be attached to, or must not be; it says why
     */
    static Attachment open(Processes processes, long pid, Path jar) {
        requireAttachable(processes, pid);
        requireVisible(processes, pid, jar);
        Optional<String> version = processes.javaVersion(pid);
        version.ifPresent(known -> requireJava17(pid, known));
        try {
            VirtualMachine vm = VirtualMachine.attach(Long.toString(pid));
            if (version.isEmpty()) {
                requireJava17(pid, askForVersion(vm));
            }
            return new Attachment(pid, jar, vm);
        } catch (AttachNotSupportedException | IOException e) {
            throw whyNot(processes, pid, String.valueOf(e.getMessage()));
        }
    }

    private static void requireAttachable(Processes processes, long pid) {
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

    /** Loading a jar that is not there would leave something behind in the JVM for ever. */
    private static void requireVisible(Processes processes, long pid, Path jar) {
        if (jar.toString().contains("=")) {
            throw Refusals.jarPathIsCut(jar);
        }
        if (!processes.sees(pid, jar)) {
            throw Refusals.jarNotVisible(pid, jar);
        }
    }

    /** Only if nobody else knows: to answer, the JVM loads its time zones and languages. */
    private static String askForVersion(VirtualMachine vm) throws IOException {
        return vm.getSystemProperties().getProperty("java.specification.version", "unknown");
    }

    private static void requireJava17(long pid, String version) {
        String feature = version.split("[^0-9]", 2)[0]; // of 1.8 and older it is 1
        if (feature.isEmpty() || Integer.parseInt(feature) < OLDEST_JAVA) {
            throw Refusals.tooOld(pid, version);
        }
    }

    /**
     * Loads the agent.
     *
     * @param arguments the agent's arguments
     * @throws CommandFailure if that is not possible; it says why
     */
    void load(String arguments) {
        try {
            vm.loadAgent(jar.toString(), arguments);
        } catch (AgentLoadException | AgentInitializationException | IOException e) {
            throw whyNotLoaded(pid, String.valueOf(e.getMessage()));
        }
    }

    /** Why the agent was loaded and cannot be found. */
    CommandFailure whyNotThere() {
        try {
            String problem = vm.getSystemProperties().getProperty(PROBLEM);
            return problem == null ? Refusals.agentOutOfReach(pid) : Refusals.agentFailed(pid, problem);
        } catch (IOException e) {
            return Refusals.agentOutOfReach(pid);
        }
    }

    @Override
    public void close() {
        try {
            vm.detach();
        } catch (IOException e) {
            // the JVM has ended
        }
    }

    static CommandFailure whyNotLoaded(long pid, String detail) {
        return detail.contains("Dynamic agent loading is not enabled")
                ? Refusals.dynamicLoadingOff(pid)
                : Refusals.other(pid, detail);
    }

    private static CommandFailure whyNot(Processes processes, long pid, String detail) {
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
