package dev.chaos4j.agent.control;

/** The exit codes of the command line; {@code docs/agent.md} lists them for users. */
public final class ExitCode {

    /** The command did what it says. */
    public static final int OK = 0;
    /** Something failed that no other code names. */
    public static final int FAILED = 1;
    /** The command or its options cannot be understood. */
    public static final int USAGE = 2;
    /** The scenario file has an error; nothing was armed. */
    public static final int INVALID_SCENARIO = 3;
    /** The JVM cannot be attached to. */
    public static final int REFUSED = 4;
    /** No agent is in that JVM. */
    public static final int NO_AGENT = 5;
    /** Another scenario is armed there. */
    public static final int BUSY = 6;
    /** A target of the scenario matches nothing there. */
    public static final int NO_MATCH = 7;

    private ExitCode() {}
}
