package dev.chaos4j.agent;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jar, hands over to the hidden classes and catches everything. Thread-safe. No lambdas: they would cost every
 * start of the application some milliseconds.
 */
final class Launch {

    /** Where a failed start leaves its reason for the command that attached. */
    static final String PROBLEM = "chaos4j.agent.problem";

    private static final String AGENT = "dev.chaos4j.agent.standalone.AgentMain";
    private static final String COMMAND = "dev.chaos4j.agent.cli.CommandLineMain";
    private static final int FAILED = 1;
    private static final long LONGEST_START_MILLIS = 30_000;

    /** Takes further arguments for the agent that runs, and says whether it is still there; empty while none runs. */
    private static final AtomicReference<@Nullable Predicate<String>> RUNNING = new AtomicReference<>();

    private Launch() {}

    /**
     * Starts the agent in a thread of its own, so that nothing of ours stays in a thread of the application, and waits
     * for it only if something is to be armed before the application goes on.
     */
    static void agent(@Nullable String arguments, Instrumentation instrumentation, boolean attached) {
        try {
            String given = arguments == null ? "" : arguments.trim();
            Thread starter = new Thread(null, new Start(given, instrumentation, attached), "chaos4j-start", 0, false);
            starter.setDaemon(true);
            starter.setContextClassLoader(ClassLoader.getSystemClassLoader());
            starter.start();
            if (attached || !given.isEmpty()) {
                starter.join(LONGEST_START_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            report(e);
        }
    }

    static int command(String... arguments) {
        try {
            ClassLoader loader = new HiddenClassLoader(jar(), ClassLoader.getSystemClassLoader());
            Object status = loader.loadClass(COMMAND)
                    .getMethod("run", Path.class, String[].class)
                    .invoke(null, jar().toPath(), arguments);
            return (Integer) status;
        } catch (Throwable e) {
            printError("An error inside chaos-agent.jar, which may be incomplete; get it again, or please report it: "
                    + cause(e));
            return FAILED;
        }
    }

    private static synchronized void start(String arguments, Instrumentation instrumentation, boolean attached)
            throws Exception {
        System.clearProperty(PROBLEM);
        Predicate<String> running = RUNNING.get();
        if (running != null && running.test(arguments)) {
            return;
        }
        HiddenClassLoader loader = new HiddenClassLoader(jar(), ClassLoader.getPlatformClassLoader());
        Detached detached = new Detached();
        Predicate<String> entered = enter(loader, arguments, instrumentation, attached, detached);
        detached.agent = entered;
        RUNNING.set(entered);
        if (detached.already) {
            RUNNING.compareAndSet(entered, null);
        }
    }

    @SuppressWarnings("unchecked") // the hidden class is from the same build
    private static Predicate<String> enter(
            HiddenClassLoader loader,
            String arguments,
            Instrumentation instrumentation,
            boolean attached,
            Runnable whenDetached)
            throws ReflectiveOperationException {
        return (Predicate<String>) loader.loadClass(AGENT)
                .getMethod("start", String.class, Instrumentation.class, boolean.class, Runnable.class)
                .invoke(null, arguments, instrumentation, attached, whenDetached);
    }

    private static File jar() throws URISyntaxException {
        return new File(ChaosAgent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void report(Throwable error) {
        Throwable cause = cause(error);
        System.setProperty(PROBLEM, String.valueOf(cause));
        printError("chaos4j: the agent could not start, so nothing is armed; the application goes on. Cause: " + cause);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof InvocationTargetException && error.getCause() != null ? error.getCause() : error;
    }

    /** Past {@code System.err}, which belongs to the application and may be code of its own. */
    @SuppressWarnings("resource") // not ours to close
    private static void printError(String line) {
        try {
            new FileOutputStream(FileDescriptor.err)
                    .write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // standard error is closed: there is nobody left to tell
        }
    }

    private static final class Start implements Runnable {
        private final String arguments;
        private final Instrumentation instrumentation;
        private final boolean attached;

        Start(String arguments, Instrumentation instrumentation, boolean attached) {
            this.arguments = arguments;
            this.instrumentation = instrumentation;
            this.attached = attached;
        }

        @Override
        public void run() {
            try {
                start(arguments, instrumentation, attached);
            } catch (Throwable e) {
                report(e);
            }
        }
    }

    /**
     * Lets go of the agent once it has detached. What that takes is loaded when the agent comes: the jar may be another
     * one when it goes.
     */
    private static final class Detached implements Runnable {

        private final LastRecord lastRecord = new LastRecord();
        private volatile @Nullable Predicate<String> agent;
        private volatile boolean already;

        @Override
        public void run() {
            already = true;
            Predicate<String> gone = agent;
            if (gone != null) {
                RUNNING.compareAndSet(gone, null); // another one may have come meanwhile
            }
            lastRecord.forget();
        }
    }
}
