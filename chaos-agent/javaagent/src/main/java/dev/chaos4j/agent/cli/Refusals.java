package dev.chaos4j.agent.cli;

import dev.chaos4j.agent.control.ExitCode;
import java.nio.file.Path;

/** Why a JVM cannot be attached to, and what to do about it: one method for each reason. */
final class Refusals {

    private static final String AT_START = "start it with -javaagent:chaos-agent.jar, which needs no attaching";

    private Refusals() {}

    static CommandFailure noSuchProcess(long pid) {
        return refusal(
                "no-such-process",
                "There is no process " + pid + " on this machine, or not in this container."
                        + " Run the command 'ps' to see the JVMs.");
    }

    static CommandFailure notAJvm(long pid) {
        return refusal(
                "not-a-jvm",
                "Process " + pid + " is not a JVM that can be attached to: it is none, or does not listen to SIGQUIT,"
                        + " and would be killed by it. Run the command 'ps' to see the JVMs; a JVM with -Xrs cannot be"
                        + " attached to: " + AT_START + ".");
    }

    static CommandFailure otherUser(long pid, String owner, String self) {
        return refusal(
                "other-user",
                "Process " + pid + " belongs to user '" + owner + "', but you are '" + self + "'. Only its own user,"
                        + " or root, may attach. Run the same command as that user: sudo -u " + owner
                        + " java -jar chaos-agent.jar ...");
    }

    static CommandFailure attachDisabled(long pid) {
        return refusal(
                "attach-disabled",
                "JVM " + pid + " was started with -XX:+DisableAttachMechanism. Restart it without that flag, or "
                        + AT_START + ".");
    }

    static CommandFailure noTmp(long pid) {
        return refusal(
                "no-tmp",
                "Process " + pid + " has no writable /tmp, through which the JDK attaches; containers often lack it."
                        + " Mount one, for example an emptyDir, or start it with -javaagent:chaos-agent.jar="
                        + "control=DIRECTORY and run the command with --control DIRECTORY.");
    }

    static CommandFailure notResponding(long pid, String detail) {
        return refusal(
                "not-responding",
                "JVM " + pid + " did not answer: " + detail + ". It may be stopped, hang in a garbage collection, or"
                        + " run in another container; run the command inside that container, or " + AT_START + ".");
    }

    static CommandFailure agentNotResponding(long pid, String detail) {
        return refusal(
                "not-responding",
                "The agent in JVM " + pid + " does not respond: " + detail + ". The JVM may be stopped, or hang in a"
                        + " garbage collection. What is armed there ends with its lease, once the JVM goes on.");
    }

    static CommandFailure agentOutOfReach(long pid) {
        return refusal(
                "agent-failed",
                "JVM " + pid + " loaded the agent, but its control socket cannot be found or entered. If the agent was"
                        + " started with control=DIRECTORY, run the command with --control DIRECTORY. Standard error of"
                        + " that JVM may say more.");
    }

    static CommandFailure tooOld(long pid, String version) {
        return refusal(
                "jvm-too-old",
                "JVM " + pid + " runs Java " + version + ", and Chaos4j needs Java 17 or newer. Run the application"
                        + " on a newer Java.");
    }

    static CommandFailure dynamicLoadingOff(long pid) {
        return refusal(
                "dynamic-loading-off",
                "JVM " + pid + " does not load agents while it runs. Restart it with"
                        + " -XX:+EnableDynamicAgentLoading, or " + AT_START + ".");
    }

    static CommandFailure jarNotVisible(long pid, Path jar) {
        return refusal(
                "jar-not-visible",
                "Process " + pid + " cannot see " + jar + "; it runs in another container or chroot. Copy the jar"
                        + " there, under the same path.");
    }

    static CommandFailure jarPathIsCut(Path jar) {
        return refusal(
                "jar-path",
                "The path of the jar, " + jar + ", has an equals sign, at which the JVM cuts it off. Run the command"
                        + " with a copy of the jar elsewhere.");
    }

    static CommandFailure noAttachModule() {
        return refusal(
                "no-attach-module",
                "This Java (" + System.getProperty("java.home") + ") has no module jdk.attach. Run the command with"
                        + " the java of a JDK.");
    }

    static CommandFailure agentFailed(long pid, String why) {
        return refusal(
                "agent-failed",
                "JVM " + pid + " loaded the agent, but it could not start: " + why + ". Nothing is armed. Standard"
                        + " error of that JVM may say more.");
    }

    static CommandFailure other(long pid, String detail) {
        return refusal("refused", "JVM " + pid + " refused to be attached to: " + detail + ".");
    }

    private static CommandFailure refusal(String kind, String message) {
        return new CommandFailure(ExitCode.REFUSED, kind, message);
    }
}
